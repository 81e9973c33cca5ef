package io.ctmconnect.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Params;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.world.CallRoute;
import io.ctmconnect.sandbox.world.TrackingNumber;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where a tracking number belongs and where its calls go. */
final class RoutingResource implements Resource {

    @Override
    public void addTo(Routes routes) {
        String number = "/accounts/{account}/numbers/{number}";
        String receiver = number + "/receiving_numbers/{receiver}";
        routes.add("POST", number + "/update_number", this::update)
                .add("PUT", number + "/dial_routes", this::route)
                .add("POST", receiver + "/add", this::add)
                .add("POST", receiver + "/rem", this::remove)
                .add("DELETE", receiver + "/rem", this::remove)
                .add("POST", "/accounts/{account}/sources/{source}/numbers/{number}/add", this::move);
    }

    private Response update(ApiCall call) throws Refused {
        Params params = call.params();
        String source = params.text("tracking_source_id");
        call.number();
        if (!source.isBlank()) {
            ApiCall.find(call.telephony().sources(), source, "source");
        }
        Optional<CallRoute> route = DialRoute.read(params, call.telephony());
        change(call, setup -> {
            TrackingNumber.Setup named = params.has("name") ? setup.named(params.text("name")) : setup;
            TrackingNumber.Setup moved = source.isBlank() ? named : named.in(source);
            return route.map(moved::to).orElse(moved);
        });
        return Success.of("number", NumberJson.of(call, call.number()));
    }

    private Response route(ApiCall call) throws Refused {
        call.number();
        CallRoute route = DialRoute.read(call.params().under("virtual_phone_number"), call.telephony())
                .orElseThrow(() -> new Refused(Response.invalid("dial_route", "can't be blank")));
        change(call, setup -> setup.to(route));
        ObjectNode answer = Success.body().put("message", "Settings changed");
        answer.set("route_to", RouteJson.of(route, call.telephony(), call.base()));
        return Response.ok(answer);
    }

    private Response add(ApiCall call) throws Refused {
        return ring(call, true);
    }

    private Response remove(ApiCall call) throws Refused {
        return ring(call, false);
    }

    private static Response ring(ApiCall call, boolean added) throws Refused {
        String receiver = call.receiver().sid();
        call.number();
        change(call, setup -> {
            CallRoute.Numbers ringing =
                    setup.route() instanceof CallRoute.Numbers numbers ? numbers : new CallRoute.Numbers(List.of());
            return setup.to(added ? ringing.with(receiver) : ringing.without(receiver));
        });
        return Success.of(
                "receiving_number",
                ReceivingJson.of(call.receiver(), call.account().id(), call.base()));
    }

    private Response move(ApiCall call) throws Refused {
        String source = call.source().sid();
        call.number();
        change(call, setup -> setup.in(source));
        return Success.of("source", SourceJson.of(call, call.source()));
    }

    private static void change(ApiCall call, UnaryOperator<TrackingNumber.Setup> change) throws Refused {
        call.telephony().numbers().change(call.var("number"), number -> number.with(change.apply(number.setup())));
    }
}
