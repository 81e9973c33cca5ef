package io.ctmconnect.sandbox.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;

/** The other side: name, place and number. Anonymous callers have a bare plus sign or nothing for a number. */
final class ContactPart {

    private ContactPart() {}

    static void write(ObjectNode row, Draft draft) {
        if (draft.direction() == Direction.INBOUND && draft.oneIn(60)) {
            anonymous(row, draft.oneIn(2) ? "+" : "");
            return;
        }
        Person person = draft.person();
        row.put("name", person.name()).put("cnam", person.callerIdName());
        number(row, person.phone());
        place(row, person);
        boolean knownEmail = draft.direction() == Direction.FORM || draft.oneIn(4);
        row.put("email", knownEmail ? person.email() : null);
        row.put("caller_number_blocked", false).put("extended_lookup_on", false);
    }

    private static void number(ObjectNode row, Phone phone) {
        row.put("contact_number", phone.e164())
                .put("caller_number", phone.e164())
                .put("caller_number_complete", phone.e164())
                .put("caller_number_bare", phone.bare())
                .put("caller_number_format", phone.display())
                .put("alternative_number", phone.display());
        row.set("caller_number_split", phone.split());
    }

    private static void place(ObjectNode row, Person person) {
        City city = person.city();
        row.put("street", person.street())
                .put("city", city.name())
                .put("state", city.state())
                .put("country", "US")
                .put("postal_code", city.postalCode())
                .put("latitude", city.latitude())
                .put("longitude", city.longitude());
        row.set("geo", Json.object().put("lon", city.longitude()).put("lat", city.latitude()));
    }

    private static void anonymous(ObjectNode row, String number) {
        row.put("name", "Anonymous")
                .putNull("cnam")
                .put("contact_number", number)
                .put("caller_number", number)
                .put("caller_number_complete", number)
                .put("caller_number_bare", "")
                .put("caller_number_format", "")
                .put("caller_number_blocked", true);
    }
}
