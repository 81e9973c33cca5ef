package io.ctmconnect.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.api.CallJson;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Params;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Request;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.http.Router;
import io.ctmconnect.sandbox.seed.CallFactory;
import io.ctmconnect.sandbox.world.Account;
import io.ctmconnect.sandbox.world.Activity;
import io.ctmconnect.sandbox.world.World;

import java.util.Map;
import java.util.function.Supplier;

/** Places and changes activities. */
final class CallLevers implements Levers {

    private static final int MOST_AT_ONCE = 100_000;

    private final Supplier<World> world;
    private final CallFactory factory;

    CallLevers(Supplier<World> world, CallFactory factory) {
        this.world = world;
        this.factory = factory;
    }

    @Override
    public void addTo(Router<Lever> router) {
        String calls = "/accounts/{account}/calls";
        router.add("POST", calls, this::place)
                .add("POST", calls + "/bulk", this::bulk)
                .add("PATCH", calls + "/{call}", this::change)
                .add("PUT", calls + "/{call}", this::change);
    }

    private Response place(Request request, Map<String, String> vars) throws Refused {
        Account account = account(vars);
        Activity placed = factory.place(world.get(), account, request.params().tree());
        return Response.ok(CallJson.row(placed, request));
    }

    private Response bulk(Request request, Map<String, String> vars) throws Refused {
        Account account = account(vars);
        Params params = request.params();
        int count = params.positive("count", 0);
        if (count < 1 || count > MOST_AT_ONCE) {
            throw Refused.badRequest("count must be a number from 1 to " + MOST_AT_ONCE);
        }
        factory.bulk(account, world.get().log(account), count, params.positive("days", 1));
        int total = world.get().log(account).newestFirst().size();
        return Response.ok(Json.object().put("added", count).put("activities", total));
    }

    private Response change(Request request, Map<String, String> vars) throws Refused {
        Account account = account(vars);
        String id = vars.getOrDefault("call", "");
        ObjectNode fields = request.params().tree().deepCopy();
        fields.remove("id");
        fields.remove("account_id");
        if (!id.matches("[0-9]{1,18}")) {
            throw Refused.badRequest("a call has a numeric id");
        }
        return world.get()
                .log(account)
                .change(Long.parseLong(id), row -> row.setAll(fields))
                .map(changed -> Response.ok(CallJson.row(changed, request)))
                .orElseThrow(() -> new Refused(Response.error(404, "no such call")));
    }

    private Account account(Map<String, String> vars) throws Refused {
        return world.get()
                .account(vars.getOrDefault("account", ""))
                .orElseThrow(() -> new Refused(Response.error(404, "no such account")));
    }
}
