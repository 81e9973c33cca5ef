package io.ctmconnect.sandbox.api;

import io.ctmconnect.sandbox.http.Params;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.phone.PhoneNumber;
import io.ctmconnect.sandbox.world.CallRoute;
import io.ctmconnect.sandbox.world.Destination;
import io.ctmconnect.sandbox.world.ReceivingNumber;
import io.ctmconnect.sandbox.world.Shelf;
import io.ctmconnect.sandbox.world.Telephony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code dial_route} and the numbers or the id that belong to it. */
final class DialRoute {

    private DialRoute() {}

    /** The route, none when the parameters name none. Numbers that do not ring yet become receiving numbers. */
    static Optional<CallRoute> read(Params params, Telephony telephony) throws Refused {
        String kind = params.text("dial_route");
        return switch (kind) {
            case "" -> Optional.empty();
            case "number" -> Optional.of(numbers(params, telephony));
            case "voice_menu", "geo_config", "call_queue" ->
                Optional.of(to(kind, params.text(kind + "_id"), telephony));
            case "call_agent" -> Optional.of(to(kind, params.text("user_id"), telephony));
            default -> throw new Refused(Response.invalid("dial_route", "is not included in the list"));
        };
    }

    private static CallRoute to(String kind, String sid, Telephony telephony) throws Refused {
        List<Destination> ofKind = telephony.destinations().stream()
                .filter(destination -> destination.kind().equals(kind))
                .toList();
        return new CallRoute.To(ApiCall.find(new Shelf<>(ofKind), sid, kind.replace('_', ' ')));
    }

    private static CallRoute numbers(Params params, Telephony telephony) throws Refused {
        List<String> sids = new ArrayList<>();
        for (String sid : params.list("numbers_id")) {
            sids.add(
                    ApiCall.find(telephony.receivers(), sid, "receiving number").sid());
        }
        for (PhoneNumber number : dialled(params)) {
            telephony.addReceiver(number, null);
            telephony.receiver(number).map(ReceivingNumber::sid).ifPresent(sids::add);
        }
        if (sids.isEmpty()) {
            throw new Refused(Response.invalid("numbers", "can't be blank"));
        }
        return new CallRoute.Numbers(sids.stream().distinct().toList());
    }

    private static List<PhoneNumber> dialled(Params params) throws Refused {
        List<String> numbers = params.list("numbers");
        List<String> countries = params.list("country_codes");
        List<PhoneNumber> read = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            String country = i < countries.size() ? countries.get(i) : "US";
            String number = numbers.get(i);
            read.add(PhoneNumber.read(number, country)
                    .orElseThrow(() -> new Refused(Response.reason(406, number + " is not a valid phone number"))));
        }
        return read;
    }
}
