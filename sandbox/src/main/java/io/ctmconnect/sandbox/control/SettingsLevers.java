package io.ctmconnect.sandbox.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.behaviour.Behaviour;
import io.ctmconnect.sandbox.behaviour.Switches;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Params;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.http.Router;

/** The behaviour switches, and the way back to the start. */
final class SettingsLevers implements Levers {

    private final Switches switches;
    private final Runnable reset;

    SettingsLevers(Switches switches, Runnable reset) {
        this.switches = switches;
        this.reset = reset;
    }

    @Override
    public void addTo(Router<Lever> router) {
        router.add("GET", "/settings", (request, vars) -> show())
                .add("POST", "/settings", (request, vars) -> change(request.params()))
                .add("POST", "/reset", (request, vars) -> reset());
    }

    private Response show() {
        return Response.ok(Json.of(switches.now()));
    }

    private Response change(Params params) throws Refused {
        ObjectNode wanted = Json.of(switches.now());
        wanted.setAll(params.tree());
        try {
            switches.set(Json.to(Behaviour.class, wanted));
        } catch (JsonProcessingException e) {
            throw Refused.badRequest(e.getOriginalMessage());
        }
        return show();
    }

    private Response reset() {
        reset.run();
        return Response.ok(Json.object().put("status", "success"));
    }
}
