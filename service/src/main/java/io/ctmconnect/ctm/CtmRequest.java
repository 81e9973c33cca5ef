package io.ctmconnect.ctm;

import io.ctmconnect.secrets.Secret;
import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One request to CTM. It never prints: it may hold a password.
 *
 * @param path below the API's base address, with query
 * @param body null for none
 * @param contentType of the body
 * @param authorization the header's value, null for a login
 */
record CtmRequest(
        Endpoint endpoint,
        String method,
        String path,
        @Nullable Secret body,
        @Nullable String contentType,
        @Nullable Secret authorization) {

    static CtmRequest get(Endpoint endpoint, String path, Map<String, String> query, CtmKeys keys) {
        String suffix = query.isEmpty() ? "" : "?" + form(query);
        return new CtmRequest(endpoint, "GET", path + suffix, null, null, keys.basic());
    }

    static CtmRequest postJson(Endpoint endpoint, String path, String json, CtmKeys keys) {
        return json(endpoint, "POST", path, json, keys);
    }

    static CtmRequest json(Endpoint endpoint, String method, String path, String json, CtmKeys keys) {
        return new CtmRequest(endpoint, method, path, Secret.of(json), "application/json", keys.basic());
    }

    static CtmRequest delete(Endpoint endpoint, String path, CtmKeys keys) {
        return new CtmRequest(endpoint, "DELETE", path, null, null, keys.basic());
    }

    static CtmRequest postForm(Endpoint endpoint, String path, Map<String, String> fields) {
        return new CtmRequest(
                endpoint, "POST", path, Secret.of(form(fields)), "application/x-www-form-urlencoded", null);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "CtmRequest[" + endpoint.label() + "]";
    }
}
