package io.ctmconnect.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One request, read whole.
 *
 * @param method upper case, after {@code _method} was applied
 * @param path the decoded path, without {@code .json} and without a trailing slash
 * @param rawPath the path exactly as sent
 * @param query the raw query string, empty when there is none
 * @param params query, form and JSON body together
 * @param authorization the Authorization header, empty when there is none
 * @param body the body as text
 * @param origin scheme, host and port the caller used, for links in answers
 */
public record Request(
        String method,
        String path,
        String rawPath,
        String query,
        Params params,
        String authorization,
        String body,
        String origin) {

    /** An absolute link to this very path with other parameters. */
    public String linkWith(ObjectNode parameters) {
        return origin + rawPath + "?" + RailsForm.encode(parameters);
    }
}
