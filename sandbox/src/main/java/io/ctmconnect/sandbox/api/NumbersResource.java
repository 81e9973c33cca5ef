package io.ctmconnect.sandbox.api;

import io.ctmconnect.sandbox.http.Params;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.world.TrackingNumber;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** {@code /accounts/:id/numbers}: the tracking numbers of an account. */
final class NumbersResource implements Resource {

    @Override
    public void addTo(Routes routes) {
        String numbers = "/accounts/{account}/numbers";
        routes.add("GET", numbers, this::list)
                .add("GET", numbers + "/{number}", this::one)
                .add("PUT", numbers + "/{number}", this::change)
                .add("DELETE", numbers + "/{number}", this::release)
                .add("GET", "/accounts/{account}/sources/{source}/numbers", this::ofSource);
    }

    private Response list(ApiCall call) throws Refused {
        return listing(call, call.telephony().numbers().all());
    }

    private Response ofSource(ApiCall call) throws Refused {
        var source = call.source();
        return listing(
                call,
                call.telephony().numbers().all().stream()
                        .filter(number -> number.in(source))
                        .toList());
    }

    private static Response listing(ApiCall call, List<TrackingNumber> numbers) throws Refused {
        List<TrackingNumber> wanted =
                numbers.stream().filter(number -> fits(number, call.params())).toList();
        return Listing.of(call, "numbers", NumberJson.of(call, wanted));
    }

    private static boolean fits(TrackingNumber number, Params params) {
        String name = Objects.requireNonNullElse(number.setup().name(), "").toLowerCase(Locale.ROOT);
        String digits = params.text("number").replaceAll("[^0-9]", "");
        return name.contains(params.text("name").toLowerCase(Locale.ROOT))
                && (digits.isEmpty() || number.number().e164().equals("+" + digits));
    }

    private Response one(ApiCall call) throws Refused {
        return Response.ok(NumberJson.of(call, call.number()));
    }

    private Response change(ApiCall call) throws Refused {
        Params params = call.params();
        String sid = call.number().sid();
        call.telephony().numbers().change(sid, number -> {
            TrackingNumber.Setup named =
                    params.has("name") ? number.setup().named(params.text("name")) : number.setup();
            return number.with(params.has("active") ? named.active(params.flag("active")) : named);
        });
        return Success.of("number", NumberJson.of(call, call.number()));
    }

    private Response release(ApiCall call) throws Refused {
        call.telephony().numbers().remove(call.number().sid());
        return Response.ok(Success.body().put("released", true));
    }
}
