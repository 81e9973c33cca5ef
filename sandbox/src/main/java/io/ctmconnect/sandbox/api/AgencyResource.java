package io.ctmconnect.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.world.Scope;

/** {@code GET /agency}: for callers who reach a whole agency. */
final class AgencyResource implements Resource {

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "/agency", this::show);
    }

    private Response show(ApiCall call) {
        return switch (call.identity().scope()) {
            case Scope.Agency agency -> Response.ok(describe(agency));
            case Scope.Single _ -> Response.error(403, "Forbidden");
        };
    }

    private static ObjectNode describe(Scope.Agency agency) {
        ObjectNode answer = Json.object();
        answer.putObject("agency").put("id", agency.id()).put("name", "Agency " + agency.id());
        return answer;
    }
}
