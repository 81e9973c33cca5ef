package io.ctmconnect.sandbox.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.hook.HookPlan;
import io.ctmconnect.sandbox.hook.Hooks;
import io.ctmconnect.sandbox.hook.LiveCalls;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Params;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Request;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.http.Router;
import io.ctmconnect.sandbox.world.Account;
import io.ctmconnect.sandbox.world.World;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Lets calls come in, and orders how webhooks are delivered. */
final class HookLevers implements Levers {

    private static final int MOST_AT_ONCE = 1_000;

    private final Supplier<World> world;
    private final Hooks hooks;
    private final LiveCalls calls;

    HookLevers(Supplier<World> world, Hooks hooks, LiveCalls calls) {
        this.world = world;
        this.hooks = hooks;
        this.calls = calls;
    }

    @Override
    public void addTo(Router<Lever> router) {
        router.add("POST", "/accounts/{account}/calls/live", this::ring)
                .add("GET", "/hooks", (request, vars) -> Response.ok(hooks.told()))
                .add("GET", "/hooks/plan", (request, vars) -> show())
                .add("POST", "/hooks/plan", (request, vars) -> change(request.params()))
                .add("DELETE", "/hooks/plan", (request, vars) -> {
                    hooks.follow(HookPlan.defaults());
                    return show();
                });
    }

    private Response ring(Request request, Map<String, String> vars) throws Refused {
        World now = world.get();
        Account account = now.account(vars.getOrDefault("account", ""))
                .orElseThrow(() -> new Refused(Response.error(404, "no such account")));
        Params params = request.params();
        int count = params.positive("count", 1);
        if (count > MOST_AT_ONCE) {
            throw Refused.badRequest("count must be at most " + MOST_AT_ONCE);
        }
        Duration length = Duration.ofMillis(params.positive("ms", 1_000));
        ObjectNode fields = params.under("fields").tree();
        ArrayNode ids = Json.array();
        for (int i = 0; i < count; i++) {
            ids.add(calls.ring(now, account, fields.deepCopy(), length));
        }
        ObjectNode answer = Json.object();
        answer.set("calls", ids);
        return Response.ok(answer);
    }

    private Response show() {
        return Response.ok(Json.of(hooks.plan()));
    }

    private Response change(Params params) throws Refused {
        ObjectNode wanted = Json.of(hooks.plan());
        wanted.setAll(params.tree());
        try {
            hooks.follow(Json.to(HookPlan.class, wanted));
        } catch (JsonProcessingException e) {
            throw Refused.badRequest(e.getOriginalMessage());
        }
        return show();
    }
}
