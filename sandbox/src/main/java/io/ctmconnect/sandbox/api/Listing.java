package io.ctmconnect.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Response;

import java.util.List;

/** CTM's envelope of every list but calls. */
final class Listing {

    private Listing() {}

    /** One page of the rows under a plural name, each cut to the fields asked for. */
    static Response of(ApiCall call, String plural, List<ObjectNode> rows) throws Refused {
        Page page = Page.of(call.params());
        Fields fields = Fields.of(call);
        ObjectNode envelope = Json.object();
        page.of(rows).forEach(row -> envelope.withArray(plural).add(fields.cut(row)));
        envelope.withArray(plural);
        envelope.put("page", page.number()).put("per_page", page.size());
        int pages = page.count(rows.size());
        if (call.behaviour().totalEntries()) {
            envelope.put("total_entries", rows.size()).put("total_pages", pages);
        }
        envelope.set("next_page", neighbour(call, page.number() + 1, pages));
        envelope.set("previous_page", neighbour(call, page.number() - 1, pages));
        return Response.ok(envelope);
    }

    private static JsonNode neighbour(ApiCall call, int number, int pages) {
        if (number < 1 || number > pages) {
            return NullNode.getInstance();
        }
        return switch (call.behaviour().nextPage()) {
            case INTEGER -> IntNode.valueOf(number);
            case URL ->
                TextNode.valueOf(
                        call.request().linkWith(call.params().tree().deepCopy().put("page", number)));
            case NULL -> NullNode.getInstance();
        };
    }
}
