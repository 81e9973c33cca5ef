package io.ctmconnect.sandbox.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Params;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.world.Account;

import java.util.List;
import java.util.Locale;

/** {@code /accounts}: those the caller reaches. */
final class AccountsResource implements Resource {

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "/accounts", this::list)
                .add("GET", "/accounts/current", this::current)
                .add("GET", "/accounts/{account}", this::one);
    }

    private Response list(ApiCall call) throws Refused {
        List<Account> visible = call.world().visible(call.identity().scope());
        if (call.params().text("names").equals("1") && call.params().text("all").equals("1")) {
            return names(visible);
        }
        List<ObjectNode> rows = visible.stream()
                .filter(account -> fits(account, call.params()))
                .map(account -> AccountJson.item(account, call.base()))
                .toList();
        return Listing.of(call, "accounts", rows);
    }

    private static boolean fits(Account account, Params params) {
        String status = params.text("status");
        String name = account.name().toLowerCase(Locale.ROOT);
        return (status.isBlank() || account.status().equals(status))
                && name.contains(params.text("filter").toLowerCase(Locale.ROOT))
                && name.contains(params.text("name").toLowerCase(Locale.ROOT));
    }

    private static Response names(List<Account> visible) {
        ObjectNode answer = Json.object();
        ArrayNode accounts = answer.putArray("accounts");
        visible.stream()
                .filter(account -> account.status().equals("active"))
                .forEach(account -> accounts.addObject().put("id", account.id()).put("name", account.name()));
        return Response.ok(answer);
    }

    private Response current(ApiCall call) {
        return call.world().visible(call.identity().scope()).stream()
                .findFirst()
                .map(account -> Response.ok(detail(call, account).put("plan", "Marketing Pro")))
                .orElseGet(() -> Response.reason(404, "account not found"));
    }

    private Response one(ApiCall call) throws Refused {
        return Response.ok(detail(call, call.account()));
    }

    private static ObjectNode detail(ApiCall call, Account account) {
        return AccountJson.detail(account, call.behaviour().statusAsArray());
    }
}
