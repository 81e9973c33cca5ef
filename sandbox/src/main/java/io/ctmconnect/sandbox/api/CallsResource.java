package io.ctmconnect.sandbox.api;

import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.world.Account;
import io.ctmconnect.sandbox.world.Activity;

import java.util.Optional;

/** {@code /accounts/:id/calls}: all activities, which are calls, texts, forms and chats. */
final class CallsResource implements Resource {

    @Override
    public void addTo(Routes routes) {
        String calls = "/accounts/{account}/calls";
        routes.add("GET", calls, this::list)
                .add("GET", calls + "/search", this::list)
                .add("POST", calls + "/search", this::list)
                .add("GET", calls + "/{call}", this::one);
    }

    private Response list(ApiCall call) throws Refused {
        return CallListing.of(call, call.account());
    }

    private Response one(ApiCall call) throws Refused {
        Account account = call.account();
        String id = call.var("call");
        Optional<Activity> found =
                id.matches("[0-9]{1,18}") ? call.world().log(account).find(Long.parseLong(id)) : Optional.empty();
        return found.map(activity -> Response.ok(CallJson.row(activity, call.request())))
                .orElseGet(() -> Response.reason(404, "call not found"));
    }
}
