package io.ctmconnect.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.phone.PhoneNumber;
import io.ctmconnect.sandbox.world.ReceivingNumber;

/** A receiving number as CTM prints it. */
final class ReceivingJson {

    private ReceivingJson() {}

    /** The extra dash in {@code formatted} is CTM's. */
    static ObjectNode of(ReceivingNumber receiver, long account, String base) {
        PhoneNumber number = receiver.number();
        ObjectNode json = Json.object()
                .put("id", receiver.sid())
                .put("filter_id", receiver.filterId())
                .put("name", receiver.name())
                .put("number", number.e164())
                .put("display_number", number.display())
                .put("account_id", account)
                .put("country_code", number.countryCode());
        json.set("split", Json.texts(number.split()));
        return json.put("formatted", number.display().replace(") ", ")-"))
                .put("url", base + "/accounts/" + account + "/receiving_numbers/" + receiver.sid());
    }
}
