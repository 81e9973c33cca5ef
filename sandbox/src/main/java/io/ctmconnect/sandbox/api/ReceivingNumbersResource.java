package io.ctmconnect.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Params;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.phone.PhoneNumber;
import io.ctmconnect.sandbox.world.ReceivingNumber;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** {@code /accounts/:id/receiving_numbers}: where calls are passed on to. */
final class ReceivingNumbersResource implements Resource {

    @Override
    public void addTo(Routes routes) {
        String numbers = "/accounts/{account}/receiving_numbers";
        routes.add("GET", numbers, this::list)
                .add("POST", numbers, this::create)
                .add("GET", numbers + "/{receiver}", call -> Response.ok(json(call, call.receiver())))
                .add("PUT", numbers + "/{receiver}", this::change)
                .add("DELETE", numbers + "/{receiver}", this::delete);
    }

    private Response list(ApiCall call) throws Refused {
        String name = call.params().text("name").toLowerCase(Locale.ROOT);
        List<ReceivingNumber> wanted = call.telephony().receivers().all().stream()
                .filter(receiver -> Objects.requireNonNullElse(receiver.name(), "")
                        .toLowerCase(Locale.ROOT)
                        .contains(name))
                .toList();
        long account = call.account().id();
        return Listing.of(
                call,
                "receiving_numbers",
                wanted.stream()
                        .map(receiver -> ReceivingJson.of(receiver, account, call.base()))
                        .toList());
    }

    /** The status of the refusal of a duplicate is 200, as far as is known. */
    private Response create(ApiCall call) throws Refused {
        PhoneNumber number = number(call.params());
        ReceivingNumber created = call.telephony()
                .addReceiver(number, name(call.params(), null))
                .orElseThrow(() -> new Refused(Response.reason(200, number.e164() + " already exists")));
        return Success.of("receiving_number", json(call, created));
    }

    private Response change(ApiCall call) throws Refused {
        Params params = call.params();
        ReceivingNumber old = call.receiver();
        PhoneNumber number = params.names("number") ? number(params) : old.number();
        call.telephony()
                .receivers()
                .change(
                        old.sid(),
                        receiver -> new ReceivingNumber(
                                receiver.sid(), receiver.filterId(), number, name(params, receiver.name())));
        return Success.of("receiving_number", json(call, call.receiver()));
    }

    private Response delete(ApiCall call) throws Refused {
        call.telephony().removeReceiver(call.receiver().sid());
        return Response.ok(Success.body());
    }

    private static @Nullable String name(Params params, @Nullable String otherwise) {
        return params.has("name") ? params.text("name") : otherwise;
    }

    private static PhoneNumber number(Params params) throws Refused {
        if (!params.has("number")) {
            throw new Refused(Response.invalid("number", "can't be blank"));
        }
        return PhoneNumber.read(params.text("number"), params.text("country_code"))
                .orElseThrow(() -> new Refused(Response.invalid("number", "is invalid")));
    }

    private static ObjectNode json(ApiCall call, ReceivingNumber receiver) throws Refused {
        return ReceivingJson.of(receiver, call.account().id(), call.base());
    }
}
