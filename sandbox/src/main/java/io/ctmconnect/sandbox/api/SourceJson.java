package io.ctmconnect.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.world.Source;

/** A source as CTM prints it. */
final class SourceJson {

    private SourceJson() {}

    static ObjectNode of(ApiCall call, Source source) throws Refused {
        long account = call.account().id();
        String url = call.base() + "/accounts/" + account + "/sources/" + source.sid();
        ObjectNode json = Json.object()
                .put("id", source.sid())
                .put("filter_id", source.filterId())
                .put("name", source.name())
                .put("account_id", account);
        json.setAll(source.fields());
        return json.put("geo_mode", "off")
                .put("geo_sources", url + "/geo_sources.json")
                .put("url", url + ".json");
    }
}
