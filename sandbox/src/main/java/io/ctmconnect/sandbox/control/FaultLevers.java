package io.ctmconnect.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.fault.FaultReader;
import io.ctmconnect.sandbox.fault.Faults;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Request;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.http.Router;

/** Adds, lists and ends faults. */
final class FaultLevers implements Levers {

    private final Faults faults;

    FaultLevers(Faults faults) {
        this.faults = faults;
    }

    @Override
    public void addTo(Router<Lever> router) {
        router.add("GET", "/faults", (request, vars) -> list())
                .add("POST", "/faults", (request, vars) -> add(request))
                .add("DELETE", "/faults", (request, vars) -> clear());
    }

    private Response add(Request request) throws Refused {
        return Response.ok(faults.add(FaultReader.read(request.params().tree())));
    }

    private Response list() {
        ObjectNode answer = Json.object();
        answer.set("faults", faults.list());
        return Response.ok(answer);
    }

    private Response clear() {
        faults.clear();
        return list();
    }
}
