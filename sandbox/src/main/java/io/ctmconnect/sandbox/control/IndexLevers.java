package io.ctmconnect.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.http.Router;
import io.ctmconnect.sandbox.world.World;

import java.util.List;
import java.util.function.Supplier;

/** What there is. */
final class IndexLevers implements Levers {

    private static final List<String> ROUTES = List.of(
            "GET /_sandbox/health",
            "GET /_sandbox/logins",
            "POST /_sandbox/users/:email {password?, locked?}",
            "POST /_sandbox/keys/rotate {agency | account}",
            "POST /_sandbox/keys/revoke {agency | account}",
            "GET|POST|DELETE /_sandbox/faults",
            "GET|DELETE /_sandbox/journal?path=&since=",
            "GET|POST /_sandbox/settings",
            "POST /_sandbox/reset",
            "POST /_sandbox/accounts/:id/calls {fields of the row, also tracking_number}",
            "PATCH|PUT /_sandbox/accounts/:id/calls/:call {fields of the row}",
            "POST /_sandbox/accounts/:id/calls/bulk {count, days?}",
            "POST /_sandbox/accounts/:id/calls/live {count?, ms?, fields?}",
            "GET /_sandbox/hooks",
            "GET|POST|DELETE /_sandbox/hooks/plan {duplicate_percent?, drop_percent?, delay_ms?, shuffle_ms?, forge?, shape?, signer?, retry_ms?}",
            "GET|DELETE /_sandbox/fcm?token=&since=",
            "POST /_sandbox/fcm/revoke",
            "GET|POST|DELETE /_sandbox/fcm/errors {error, token?, times?, retry_after?}",
            "GET|DELETE /_sandbox/mail?to=&since=",
            "GET /_sandbox/mail/:n, /_sandbox/mail/:n/raw",
            "GET|POST|DELETE /_sandbox/mail/faults {at, reply | drop, to?, after_work?, times?}");

    private final Supplier<World> world;

    IndexLevers(Supplier<World> world) {
        this.world = world;
    }

    @Override
    public void addTo(Router<Lever> router) {
        router.add("GET", "", (request, vars) -> Response.ok(index()))
                .add(
                        "GET",
                        "/health",
                        (request, vars) -> Response.ok(Json.object().put("status", "up")));
    }

    private ObjectNode index() {
        ObjectNode index = Json.object();
        ArrayNode accounts = index.putArray("accounts");
        World now = world.get();
        now.accounts()
                .forEach(account -> accounts.addObject()
                        .put("id", account.id())
                        .put("name", account.name())
                        .put("agency_id", account.agencyId())
                        .put("timezone_name", account.zone().getId())
                        .put("status", account.status())
                        .put("activities", now.log(account).newestFirst().size()));
        index.set("routes", Json.texts(ROUTES));
        return index;
    }
}
