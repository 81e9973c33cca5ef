package io.ctmconnect.sandbox.phone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;

import java.util.Optional;

/** A number for sale as CTM lists it. */
record Offer(PhoneNumber number, Block block) {

    ObjectNode json() {
        Optional<Place> place = Optional.ofNullable(block.place());
        ObjectNode json = Json.object()
                .put("source", 1)
                .put("friendly_name", number.display())
                .put("latitude", place.map(Place::latitude).orElse(null))
                .put("longitude", place.map(Place::longitude).orElse(null))
                .put("lata", place.map(Place::lata).orElse(null))
                .put("region", place.map(Place::region).orElse(null))
                .put("postal_code", place.map(Place::postalCode).orElse(null))
                .put("iso_country", block.country());
        json.putObject("capabilities").put("voice", true).put("SMS", true).put("MMS", number.northAmerican());
        return json.put("number", number.e164())
                .put("phone_number", number.e164())
                .put("number_type", block.tollFree() ? "tollfree" : "local")
                .put("addr_required", "none")
                .put("ratecenter", place.map(Place::city).orElse(null))
                .put("distance", 0);
    }
}
