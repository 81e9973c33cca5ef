package io.ctmconnect.http;

import java.net.URI;

/**
 * Where callers reach this service from outside, for links in answers.
 *
 * @param baseUrl {@code PUBLIC_BASE_URL}, without trailing slash
 */
public record PublicAddress(URI baseUrl) {}
