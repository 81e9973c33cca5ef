package io.ctmconnect.sandbox.api;

import io.ctmconnect.sandbox.http.Params;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.phone.Market;
import io.ctmconnect.sandbox.phone.PhoneNumber;
import io.ctmconnect.sandbox.phone.Search;
import io.ctmconnect.sandbox.world.Telephony;
import io.ctmconnect.sandbox.world.TrackingNumber;

/** {@code GET /accounts/:id/numbers/search} and {@code POST /accounts/:id/numbers}: looks for numbers and buys one. */
final class PurchaseResource implements Resource {

    @Override
    public void addTo(Routes routes) {
        String numbers = "/accounts/{account}/numbers";
        routes.add("GET", numbers + "/search", this::search).add("POST", numbers, this::buy);
    }

    private Response search(ApiCall call) throws Refused {
        call.account();
        return Response.ok(call.world().market().find(search(call.params())));
    }

    private static Search search(Params params) {
        String area = either(params, "areacode", "area_code");
        String by = params.has("searchby") ? params.text("searchby") : area.isBlank() ? "number" : "area";
        return new Search(
                either(params, "country", "country_code"),
                by,
                area.strip(),
                params.text("address"),
                params.text("pattern").replaceAll("[^0-9]", ""),
                params.text("operator").equals("start_with"));
    }

    private static String either(Params params, String name, String olderName) {
        return params.has(name) ? params.text(name) : params.text(olderName);
    }

    private Response buy(ApiCall call) throws Refused {
        Telephony telephony = call.telephony();
        String wanted = call.params().text("phone_number");
        boolean test = call.params().flag("test");
        if (wanted.isBlank()) {
            return Response.invalid("phone_number", "can't be blank");
        }
        if (!test && !call.behaviour().hasFunds()) {
            throw refused(call, "insufficient funds");
        }
        PhoneNumber number = PhoneNumber.read(wanted, call.params().text("country"))
                .filter(possible -> take(call.world().market(), possible, test))
                .orElseThrow(() -> refused(call, "number not available"));
        Telephony.Ids ids = telephony.newIds("TPN");
        TrackingNumber bought =
                new TrackingNumber(ids.sid(), ids.filterId(), number, test, call.now(), TrackingNumber.Setup.NEW);
        telephony.numbers().add(bought);
        return Success.of("number", NumberJson.of(call, bought));
    }

    private static boolean take(Market market, PhoneNumber number, boolean test) {
        return test ? market.simulate(number) : market.sell(number);
    }

    private static Refused refused(ApiCall call, String reason) {
        return new Refused(Response.reason(call.behaviour().refusedPurchase(), reason));
    }
}
