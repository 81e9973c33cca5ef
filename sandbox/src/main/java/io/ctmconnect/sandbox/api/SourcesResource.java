package io.ctmconnect.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.world.Source;
import io.ctmconnect.sandbox.world.Telephony;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code /accounts/:id/sources}: tracking sources, which are rules and not numbers. */
final class SourcesResource implements Resource {

    @Override
    public void addTo(Routes routes) {
        String sources = "/accounts/{account}/sources";
        routes.add("GET", sources, this::list)
                .add("POST", sources, this::create)
                .add("GET", sources + "/{source}", call -> Response.ok(SourceJson.of(call, call.source())))
                .add("PUT", sources + "/{source}", this::change)
                .add("PATCH", sources + "/{source}", this::patch)
                .add("DELETE", sources + "/{source}", this::delete);
    }

    private Response list(ApiCall call) throws Refused {
        List<ObjectNode> rows = new ArrayList<>();
        for (Source source : call.telephony().sources().all()) {
            String name = source.name().toLowerCase(Locale.ROOT);
            if (name.contains(call.params().text("name").toLowerCase(Locale.ROOT))
                    && name.contains(call.params().text("filter").toLowerCase(Locale.ROOT))) {
                rows.add(SourceJson.of(call, source));
            }
        }
        return Listing.of(call, "sources", rows);
    }

    private Response create(ApiCall call) throws Refused {
        Telephony telephony = call.telephony();
        ObjectNode fields =
                SourceFields.whole(call.params(), telephony.sources().all().size() + 1);
        Telephony.Ids ids = telephony.newIds("TSO");
        Source created = new Source(ids.sid(), ids.filterId(), fields);
        telephony.sources().add(created);
        ObjectNode json = SourceJson.of(call, created);
        ObjectNode answer = Success.body();
        answer.set("source", json.deepCopy().put("default_cost", "0.0"));
        answer.put("url", json.path("url").asText()).putObject("warnings");
        return Response.ok(answer);
    }

    private Response change(ApiCall call) throws Refused {
        ObjectNode changes = SourceFields.changes(call.params());
        call.telephony().sources().change(call.source().sid(), source -> source.with(changes));
        return call.behaviour().sourcePutAnswersSource()
                ? Success.of("source", SourceJson.of(call, call.source()))
                : Response.ok(Success.body());
    }

    private Response patch(ApiCall call) throws Refused {
        return switch (call.behaviour().sourcePatch()) {
            case 404 -> Response.reason(404, "not found");
            case 405 -> Response.error(405, "Method Not Allowed");
            default -> change(call);
        };
    }

    private Response delete(ApiCall call) throws Refused {
        call.telephony().removeSource(call.source().sid());
        ObjectNode answer = Success.body().put("status", call.behaviour().sourceDeleteWord());
        return Response.ok(answer.put("reason", "source deleted"));
    }
}
