package io.ctmconnect.sandbox.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A fault as it was ordered.
 *
 * @param spec the order, repeated when faults are listed
 * @param times how often it strikes, 0 for always
 * @param every it strikes each so manieth fitting request, 1 for each
 */
public record Fault(ObjectNode spec, Target target, Effect effect, int times, int every) {

    /** The word for what it does. */
    public String kind() {
        return spec.path("kind").asText();
    }
}
