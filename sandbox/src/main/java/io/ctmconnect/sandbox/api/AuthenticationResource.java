package io.ctmconnect.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Params;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.world.Access;
import io.ctmconnect.sandbox.world.Account;
import io.ctmconnect.sandbox.world.Identity;
import io.ctmconnect.sandbox.world.KeyPair;
import io.ctmconnect.sandbox.world.KeyRing;
import io.ctmconnect.sandbox.world.Tokens;

import java.time.Duration;
import java.util.Optional;

/** {@code POST /authentication}: API keys or a user's password against a short-lived token. */
final class AuthenticationResource implements Resource {

    @Override
    public void addTo(Routes routes) {
        routes.open("POST", "/authentication", this::login);
    }

    private Response login(ApiCall call) {
        return prove(call.params(), call.world().access())
                .map(identity -> Response.ok(welcome(call, identity)))
                .orElseGet(AuthenticationResource::refuse);
    }

    private static Optional<Identity> prove(Params params, Access access) {
        if (params.has("token")) {
            return access.byKey(params.text("token"), params.text("secret"));
        }
        Params nested = params.under("user");
        return nested.has("login")
                ? access.byUser(nested.text("login"), nested.text("password"))
                : access.byUser(params.text("user"), params.text("password"));
    }

    private static ObjectNode welcome(ApiCall call, Identity identity) {
        Access access = call.world().access();
        Duration lifetime = Duration.ofSeconds(call.behaviour().tokenSeconds());
        Tokens.Token token = access.tokens().issue(identity, lifetime);
        ObjectNode answer = Json.object()
                .put("success", true)
                .put("token", token.text())
                .put("expires", Rails.time(token.expires()));
        call.world().visible(identity.scope()).stream()
                .findFirst()
                .ifPresent(first -> answer.set("first_account", brief(first)));
        if (identity.kind().equals("user") && call.behaviour().loginAnswersKeys()) {
            KeyPair keys = keys(call, identity);
            answer.put("access_key", keys.accessKey()).put("secret", keys.secret());
        }
        return answer;
    }

    private static ObjectNode brief(Account account) {
        return Json.object().put("id", account.id()).put("name", account.name());
    }

    private static KeyPair keys(ApiCall call, Identity identity) {
        KeyRing ring = call.world().access().keys();
        return call.behaviour().loginMintsKeys() ? ring.mint(identity.scope()) : ring.current(identity.scope());
    }

    private static Response refuse() {
        return Response.json(401, Json.object().put("success", false).put("message", "Invalid login or password"));
    }
}
