package io.ctmconnect.trackers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ctmconnect.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * The body of POST /trackers.
 *
 * @param name the source's
 * @param destination where calls are put through to, E.164; used with a number only
 * @param numberId a number of the account that shall belong to the tracker
 * @param phoneNumber a number to buy for it, E.164
 * @param confirmPurchase the caller's word that it may cost money
 * @param source its other fields
 */
@Schema(description = "A source, and with `number_id` or `phone_number` the number that shall belong to it")
record TrackerForm(
        @Schema(required = true, examples = "Radio spring") String name,

        @Schema(description = "A phone number; needs `number_id` or `phone_number`", examples = "+14105550177")
        @Nullable
        String destination,

        @Schema(
                description = "A number of the account; not together with `phone_number`",
                examples = "TPN20F068005148EFB88AA6")
        @Nullable
        String numberId,

        @Schema(description = "A number to buy; needs `confirm_purchase`", examples = "+14435550188") @Nullable
        String phoneNumber,

        @Schema(description = "Must be true with `phone_number`: it costs money") @Nullable
        Boolean confirmPurchase,

        @JsonUnwrapped SourceFields source) {

    /** Reads the body's fields; violations are noted there. */
    static TrackerForm of(Fields fields) {
        TrackerForm form = new TrackerForm(
                fields.required("name"),
                Phone.field(fields, "destination"),
                fields.matching("number_id", TrackerId::isNumber, "must be the id of a number (TPN...)"),
                Phone.field(fields, "phone_number"),
                fields.flag("confirm_purchase"),
                SourceFields.of(fields));
        if (fields.has("number_id") && fields.has("phone_number")) {
            fields.note("number_id", "must not be given together with phone_number");
        }
        if (fields.has("phone_number") && !Boolean.TRUE.equals(form.confirmPurchase())) {
            fields.note("confirm_purchase", "must be true to buy a number");
        }
        return form;
    }

    /** What CTM is told of the source. */
    Map<String, String> fields() {
        return source.givenWith(name);
    }
}
