package io.ctmconnect.sandbox.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.world.OpaqueId;

/** What was said or written: recording and transcript, text, form or chat. */
final class MediaPart {

    private MediaPart() {}

    static void write(ObjectNode row, Draft draft) {
        switch (draft.direction()) {
            case INBOUND, OUTBOUND, VIDEO -> spoken(row, draft);
            case MSG_INBOUND -> text(row, draft, "Do you open Saturday?");
            case MSG_OUTBOUND -> text(row, draft, "Your appointment is confirmed.");
            case FORM -> form(row, draft);
            case CHAT -> chat(row, draft);
        }
    }

    private static void spoken(ObjectNode row, Draft draft) {
        if (draft.outcome().live()) {
            row.putNull("audio");
        } else if (draft.timing().talk() + draft.timing().message() > 0 && !draft.oneIn(10)) {
            recording(row, draft);
        }
    }

    private static void recording(ObjectNode row, Draft draft) {
        String calls = "/api/v1/accounts/" + draft.account().id() + "/calls/";
        row.put("audio", calls + row.path("sid").asText() + "/recording").put("is_s3_link", false);
        if (draft.outcome().talked()) {
            String agent = draft.agent().name();
            String caller = draft.person().first();
            row.put("transcription", calls + draft.id() + "/transcription.json")
                    .put(
                            "transcription_text",
                            agent + ": " + draft.account().name() + ", how can I help?\n" + caller
                                    + ": I would like to book.")
                    .put("summary", "Caller asked about " + draft.origin().name() + " offers and booked.");
        }
    }

    private static void text(ObjectNode row, Draft draft, String body) {
        row.put("message_id", OpaqueId.of("MSG", draft.id())).put("message_body", body);
        if (draft.outcome() == Outcome.UNDELIVERED) {
            row.put("sms_error_code", "30005");
        }
    }

    private static void form(ObjectNode row, Draft draft) {
        ObjectNode form = row.putObject("form")
                .put("form_id", 5_512)
                .put("form_name", "Contact us")
                .put("name", draft.person().name())
                .put("email", draft.person().email())
                .put("customer_number_to_dial", draft.person().phone().e164())
                .put("number_to_call", draft.line().phone().e164())
                .put("trackback_id", OpaqueId.sid("", draft.id()));
        form.putArray("custom")
                .addObject()
                .put("id", "service")
                .put("label", "Service")
                .put("value", "Consultation");
    }

    private static void chat(ObjectNode row, Draft draft) {
        row.put("chat_status", "ended").put("chat_type", "web");
        row.putArray("chat_messages")
                .addObject()
                .put("from", draft.person().first())
                .put("body", "Is anybody there?");
    }
}
