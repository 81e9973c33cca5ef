package io.ctmconnect.http;

/**
 * One broken rule of a request.
 *
 * @param field the field's or parameter's name on the wire
 * @param message the rule, to be read after the field's name
 */
public record Violation(String field, String message) {
    String text() {
        return field + " " + message;
    }
}
