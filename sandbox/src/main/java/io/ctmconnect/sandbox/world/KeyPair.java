package io.ctmconnect.sandbox.world;

/**
 * API keys as CTM's settings page shows them.
 *
 * @param accessKey the user part of Basic authentication
 * @param secret the password part
 */
public record KeyPair(String accessKey, String secret) {}
