package io.ctmconnect.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.phone.PhoneNumber;
import io.ctmconnect.sandbox.world.OpaqueId;
import io.ctmconnect.sandbox.world.Telephony;
import io.ctmconnect.sandbox.world.TrackingNumber;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tracking numbers as CTM prints them; only here {@code account_id} is a text. */
final class NumberJson {

    private final Telephony telephony;
    private final Map<String, Usage> usage;
    private final String base;
    private final String account;

    private NumberJson(ApiCall call) throws Refused {
        this.telephony = call.telephony();
        this.usage = Usage.of(call.world().log(call.account()));
        this.base = call.base();
        this.account = base + "/accounts/" + telephony.account();
    }

    static ObjectNode of(ApiCall call, TrackingNumber number) throws Refused {
        return new NumberJson(call).json(number);
    }

    static List<ObjectNode> of(ApiCall call, List<TrackingNumber> numbers) throws Refused {
        return numbers.stream().map(new NumberJson(call)::json).toList();
    }

    private ObjectNode json(TrackingNumber tracking) {
        TrackingNumber.Setup setup = tracking.setup();
        PhoneNumber number = tracking.number();
        ObjectNode json = Json.object()
                .put("id", tracking.sid())
                .put("filter_id", tracking.filterId())
                .put("name", setup.name())
                .put("active", setup.active())
                .put("status", setup.active() ? "active" : "inactive")
                .put("account_id", Long.toString(telephony.account()));
        json.set("source", source(setup));
        json.put("number", number.e164());
        json.set("call_setting", callSetting(setup));
        json.put("country_code", number.countryCode())
                .putNull("next_billing_date")
                .put("purchased_time", Rails.time(tracking.bought()));
        json.set("route_to", RouteJson.of(setup.route(), telephony, base));
        json.set("split", Json.texts(number.split()));
        json.set("stats", usage.getOrDefault(tracking.sid(), Usage.NONE).json(tracking.bought()));
        return json.put("formatted", number.display() + (tracking.test() ? " (x" + tracking.filterId() + ")" : ""))
                .put("routing", RouteJson.word(setup.route()))
                .put("url", account + "/numbers/" + tracking.sid() + ".json");
    }

    private JsonNode source(TrackingNumber.Setup setup) {
        return Optional.ofNullable(setup.source())
                .flatMap(telephony.sources()::find)
                .<JsonNode>map(source -> Json.object()
                        .put("id", source.sid())
                        .put("name", source.name())
                        .put("url", account + "/sources/" + source.sid()))
                .orElse(NullNode.getInstance());
    }

    private JsonNode callSetting(TrackingNumber.Setup setup) {
        String sid = OpaqueId.of("NCF", telephony.account());
        return setup.configured()
                ? Json.object()
                        .put("id", sid)
                        .put("url", account + "/call_settings/" + sid)
                        .put("name", "Account Level")
                : NullNode.getInstance();
    }
}
