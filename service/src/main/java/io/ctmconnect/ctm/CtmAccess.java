package io.ctmconnect.ctm;

/**
 * The right to call CTM for one connection.
 *
 * @param connection names the request budget that the call is charged to
 * @param keys what CTM is shown
 */
public record CtmAccess(String connection, CtmKeys keys) {}
