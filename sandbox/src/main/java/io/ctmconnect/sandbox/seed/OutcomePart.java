package io.ctmconnect.sandbox.seed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.List;

/** How it ended, what people made of it and what it cost. */
final class OutcomePart {

    private static final List<String> TAGS = List.of("new patient", "quote", "spam", "follow up", "existing customer");

    private OutcomePart() {}

    static void write(ObjectNode row, Draft draft) {
        Outcome outcome = draft.outcome();
        row.put("direction", draft.direction().word())
                .put("call_status", outcome.callStatus())
                .put("status", outcome.status());
        if (!outcome.dialStatus().isEmpty()) {
            row.put("dial_status", outcome.dialStatus());
        }
        row.put("excluded", draft.oneIn(50))
                .put("redacted", false)
                .putNull("likelihood")
                .putNull("parent_id");
        ArrayNode tags = row.putArray("tag_list");
        if (draft.oneIn(5)) {
            tags.add(draft.oneOf(TAGS));
        }
        row.put("notes", "");
        List.of("spotted", "callbacks", "emails").forEach(row::putArray);
        row.putObject("salesforce");
        if (outcome.talked() && draft.oneIn(15)) {
            sale(row, draft);
        }
        if (draft.direction().spoken() && !outcome.live()) {
            bill(row, draft);
        }
    }

    private static void sale(ObjectNode row, Draft draft) {
        boolean converted = !draft.oneIn(3);
        row.putObject("sale")
                .put("name", draft.agent().name())
                .put("score", 1 + draft.dice().nextInt(5))
                .put("conversion", converted)
                .put("value", converted ? 25 * (1 + draft.dice().nextInt(40)) + ".0" : "0.0")
                .put(
                        "sale_date",
                        LocalDate.ofInstant(draft.at(), draft.account().zone()).toString());
        row.putObject("custom_fields").put("call_outcome", converted ? "Scheduled" : "Lost");
    }

    private static void bill(ObjectNode row, Draft draft) {
        int startedMinutes = draft.timing().duration() / 60 + 1;
        row.put("billed_amount", startedMinutes * 4 / 100.0)
                .put(
                        "billed_at",
                        draft.at().plusSeconds(draft.timing().duration() + 7L).toString());
    }
}
