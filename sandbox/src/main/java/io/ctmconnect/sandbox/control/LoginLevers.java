package io.ctmconnect.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Params;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.http.Router;
import io.ctmconnect.sandbox.world.Access;
import io.ctmconnect.sandbox.world.KeyPair;
import io.ctmconnect.sandbox.world.Scope;
import io.ctmconnect.sandbox.world.User;
import io.ctmconnect.sandbox.world.World;

import java.util.function.Supplier;
import java.util.stream.Stream;

/** Changes passwords, locks users, and rotates or revokes keys. */
final class LoginLevers implements Levers {

    private final Supplier<World> world;

    LoginLevers(Supplier<World> world) {
        this.world = world;
    }

    @Override
    public void addTo(Router<Lever> router) {
        router.add("GET", "/logins", (request, vars) -> list())
                .add(
                        "POST",
                        "/users/{email}",
                        (request, vars) -> change(vars.getOrDefault("email", ""), request.params()))
                .add("POST", "/keys/rotate", (request, vars) -> rotate(scope(request.params())))
                .add("POST", "/keys/revoke", (request, vars) -> revoke(scope(request.params())));
    }

    private Response list() {
        Access access = world.get().access();
        ObjectNode answer = Json.object();
        ArrayNode users = answer.putArray("users");
        access.users().all().forEach(user -> users.add(json(user)));
        ArrayNode keys = answer.putArray("keys");
        access.keys().valid().forEach(entry -> keys.add(json(entry.getValue()).put("scope", entry.getKey())));
        return Response.ok(answer);
    }

    /** Any change ends the tokens that the user holds; the keys of the user's scope stay. */
    private Response change(String email, Params params) throws Refused {
        Access access = world.get().access();
        User changed = access.users()
                .change(
                        email,
                        user -> user.withPassword(params.has("password") ? params.text("password") : user.password())
                                .withLocked(
                                        params.has("locked")
                                                ? params.text("locked").equals("true")
                                                : user.locked()))
                .orElseThrow(() -> new Refused(Response.error(404, "no such user")));
        access.tokens().revoke(email);
        return Response.ok(json(changed));
    }

    private Response rotate(Scope scope) {
        Access access = world.get().access();
        access.revokeKeys(scope);
        return Response.ok(json(access.keys().current(scope)));
    }

    private Response revoke(Scope scope) {
        world.get().access().revokeKeys(scope);
        return Response.ok(Json.object().put("status", "success"));
    }

    private Scope scope(Params params) throws Refused {
        return world.get().accounts().stream()
                .flatMap(account -> Stream.of(
                        new Scope.Agency(account.agencyId()), new Scope.Single(account.id(), account.agencyId())))
                .filter(scope -> named(scope, params))
                .findFirst()
                .orElseThrow(() -> Refused.badRequest("give agency or account, the id of one that exists"));
    }

    private static boolean named(Scope scope, Params params) {
        return switch (scope) {
            case Scope.Agency agency -> params.text("agency").equals(Long.toString(agency.id()));
            case Scope.Single single -> params.text("account").equals(Long.toString(single.accountId()));
        };
    }

    private static ObjectNode json(User user) {
        return Json.object()
                .put("email", user.email())
                .put("password", user.password())
                .put("scope", user.scope().label())
                .put("locked", user.locked());
    }

    private static ObjectNode json(KeyPair keys) {
        return Json.object().put("access_key", keys.accessKey()).put("secret", keys.secret());
    }
}
