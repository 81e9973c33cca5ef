package io.ctmconnect.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Params;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Response;

import java.util.List;

/** The fields of a source that a request may write; others are ignored. */
final class SourceFields {

    private static final List<String> TEXTS = List.of(
            "name", "description", "referring_url", "not_referrer_url", "landing_url", "not_landing_url", "crm_tag");

    private SourceFields() {}

    /** All fields of a new source. */
    static ObjectNode whole(Params params, int position) throws Refused {
        ObjectNode fields = Json.object()
                .put("name", "")
                .put("description", "")
                .put("referring_url", "")
                .putNull("not_referrer_url")
                .put("landing_url", "")
                .putNull("not_landing_url")
                .put("position", position)
                .put("online", true)
                .put("crm_tag", "");
        fields.setAll(given(params));
        return valid(fields);
    }

    /** Those that came. */
    static ObjectNode changes(Params params) throws Refused {
        return valid(given(params));
    }

    private static ObjectNode given(Params params) throws Refused {
        ObjectNode given = Json.object();
        TEXTS.stream().filter(params::names).forEach(name -> given.put(name, params.text(name)));
        if (params.names("online")) {
            given.put("online", params.flag("online"));
        }
        if (params.has("position")) {
            given.put("position", position(params.text("position")));
        }
        return given;
    }

    private static int position(String text) throws Refused {
        if (!text.matches("[0-9]{1,9}")) {
            throw new Refused(Response.invalid("position", "is not a number"));
        }
        return Integer.parseInt(text);
    }

    private static ObjectNode valid(ObjectNode fields) throws Refused {
        if (fields.has("name") && fields.path("name").asText().isBlank()) {
            throw new Refused(Response.invalid("name", "can't be blank"));
        }
        return fields;
    }
}
