package io.ctmconnect.sandbox.control;

import io.ctmconnect.sandbox.fcm.Fcm;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Params;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.http.Router;

/** Shows what FCM was sent, and orders its errors. */
final class FcmLevers implements Levers {

    private final Fcm fcm;

    FcmLevers(Fcm fcm) {
        this.fcm = fcm;
    }

    @Override
    public void addTo(Router<Lever> router) {
        router.add("GET", "/fcm", (request, vars) -> show(request.params()))
                .add("DELETE", "/fcm", (request, vars) -> done(fcm::forget))
                .add("POST", "/fcm/revoke", (request, vars) -> done(fcm::revoke))
                .add("GET", "/fcm/errors", (request, vars) -> Response.ok(fcm.errors()))
                .add(
                        "POST",
                        "/fcm/errors",
                        (request, vars) -> Response.ok(fcm.fail(request.params().tree())))
                .add("DELETE", "/fcm/errors", (request, vars) -> done(fcm::heal));
    }

    private Response show(Params params) {
        return Response.ok(fcm.sent(params.text("token"), params.positive("since", 0)));
    }

    private static Response done(Runnable change) {
        change.run();
        return Response.ok(Json.object().put("status", "success"));
    }
}
