package io.ctmconnect.sandbox.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The number that was dialled. */
final class TrackingPart {

    private TrackingPart() {}

    static void write(ObjectNode row, Draft draft) {
        Line line = draft.line();
        row.put("tracking_number_id", line.filterId())
                .put("tracking_number_sid", line.sid())
                .put("tracking_number", line.phone().e164())
                .put("tracking_number_bare", line.phone().bare())
                .put("tracking_number_format", line.phone().display())
                .put("tracking_label", line.label())
                .put("tgid", line.filterId() + 100_000);
        row.putObject("inbound_rate_center")
                .put("country", "US")
                .put("prefix", "1" + line.phone().area())
                .put("tollfree", false);
    }
}
