package io.ctmconnect.trackers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * The body of PUT /trackers/:id: what is left out stays as it is.
 *
 * @param name the source's
 * @param destination where the number's calls are put through to, E.164
 * @param source its other fields
 */
@Schema(description = "What is to change; at least one field")
record TrackerChangeForm(
        @Schema(examples = "Radio spring") @Nullable String name,

        @Schema(description = "A phone number: where calls are put through to", examples = "+14105550177") @Nullable
        String destination,

        @JsonUnwrapped SourceFields source) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static TrackerChangeForm of(JsonNode body) {
        Fields fields = Fields.of(body);
        TrackerChangeForm form = new TrackerChangeForm(
                fields.isGiven("name") ? fields.required("name") : null,
                Phone.field(fields, "destination"),
                SourceFields.of(fields));
        fields.check();
        if (form.fields().isEmpty() && form.destination() == null) {
            fields.note("body", "must name at least one field to change");
        }
        fields.check();
        return form;
    }

    /** What CTM is told of the source; nothing when it shall not change. */
    Map<String, String> fields() {
        return source.givenWith(name);
    }
}
