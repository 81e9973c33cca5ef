package io.ctmconnect.sandbox.fault;

import io.ctmconnect.sandbox.http.Request;

import java.util.regex.Pattern;

/**
 * The requests that a fault is for; what is empty fits all.
 *
 * @param method upper case
 * @param path a regular expression found anywhere in the path
 * @param account the account id in the path
 */
public record Target(String method, Pattern path, String account) {

    /** Whether a request is meant. */
    public boolean fits(Request request) {
        return (method.isEmpty() || method.equals(request.method()))
                && path.matcher(request.path()).find()
                && (account.isEmpty() || (request.path() + "/").contains("/accounts/" + account + "/"));
    }
}
