package io.ctmconnect.sandbox.seed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ctmconnect.sandbox.http.Json;

/**
 * A number of the North American range 555-01xx, which is kept free for fiction.
 *
 * @param area three digits
 * @param line the last two digits, 0 to 99
 */
record Phone(String area, int line) {

    String e164() {
        return "+1" + bare();
    }

    String bare() {
        return area + "555" + lastFour();
    }

    String display() {
        return "(" + area + ") 555-" + lastFour();
    }

    ArrayNode split() {
        return Json.array().add("1").add(area).add("555").add(lastFour());
    }

    private String lastFour() {
        return line < 10 ? "010" + line : "01" + line;
    }
}
