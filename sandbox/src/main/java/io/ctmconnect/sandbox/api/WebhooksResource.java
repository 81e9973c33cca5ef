package io.ctmconnect.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Params;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Response;

import java.util.Set;

/** {@code /accounts/:id/webhooks}: kept and told; {@code Hooks} delivers. */
final class WebhooksResource implements Resource {

    private static final Set<String> POSITIONS =
            Set.of("start", "end", "end_immediate", "inbound_text", "outbound_text", "status_change");
    private static final String ALL = "/accounts/{account}/webhooks";
    private static final String ONE = ALL + "/{webhook}";

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", ALL, this::list)
                .add("GET", ONE, this::one)
                .add("POST", ALL, this::create)
                .add("PUT", ONE, this::change)
                .add("DELETE", ONE, this::delete);
    }

    private Response list(ApiCall call) throws Refused {
        return Listing.of(call, "webhooks", call.world().webhooks().of(call.account()));
    }

    private Response one(ApiCall call) throws Refused {
        ObjectNode webhook = found(call);
        webhook.putArray("webhook_conditions");
        return Response.ok(webhook);
    }

    private Response create(ApiCall call) throws Refused {
        long account = call.account().id();
        ObjectNode webhook = Json.object()
                .put("id", call.world().webhooks().newId())
                .put("account_id", account)
                .put("with_resource_url", false)
                .put("client_id", account)
                .put("client_type", "Account");
        return saved(call, webhook);
    }

    private Response change(ApiCall call) throws Refused {
        return saved(call, found(call));
    }

    private static Response saved(ApiCall call, ObjectNode webhook) throws Refused {
        Params params = call.params();
        for (String field : new String[] {"name", "weburl", "position"}) {
            webhook.put(
                    field,
                    params.has(field) ? params.text(field) : webhook.path(field).asText(""));
        }
        if (params.has("with_resource_url")) {
            webhook.put("with_resource_url", Set.of("1", "true").contains(params.text("with_resource_url")));
        }
        if (webhook.path("weburl").asText().isBlank()) {
            throw invalid("weburl", "can't be blank");
        }
        if (!POSITIONS.contains(webhook.path("position").asText())) {
            throw invalid("position", "is not included in the list");
        }
        call.world().webhooks().put(webhook);
        ObjectNode answer = Json.object().put("status", "success");
        answer.set("webhook", webhook);
        answer.putObject("warnings");
        return Response.ok(answer);
    }

    private Response delete(ApiCall call) throws Refused {
        if (!call.world().webhooks().remove(call.account(), call.var("webhook"))) {
            throw unknown();
        }
        return Response.ok(Json.object().put("status", "deleted"));
    }

    private static ObjectNode found(ApiCall call) throws Refused {
        return call.world().webhooks().find(call.account(), call.var("webhook")).orElseThrow(WebhooksResource::unknown);
    }

    private static Refused unknown() {
        return new Refused(Response.reason(404, "webhook not found"));
    }

    private static Refused invalid(String field, String message) {
        ObjectNode errors = Json.object();
        errors.putArray(field).add(message);
        return new Refused(Response.json(406, errors));
    }
}
