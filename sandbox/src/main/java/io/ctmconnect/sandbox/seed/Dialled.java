package io.ctmconnect.sandbox.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.phone.PhoneNumber;
import io.ctmconnect.sandbox.world.CallRoute;
import io.ctmconnect.sandbox.world.Destination;
import io.ctmconnect.sandbox.world.ReceivingNumber;
import io.ctmconnect.sandbox.world.Source;
import io.ctmconnect.sandbox.world.Telephony;
import io.ctmconnect.sandbox.world.TrackingNumber;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the row of a placed call on the tracking number that it was ordered for: number, source and route as they are now. */
record Dialled(TrackingNumber number, Telephony telephony) {

    private static final List<String> VISIT = List.of(
            "web_source",
            "medium",
            "keyword",
            "search",
            "campaign",
            "referrer",
            "location",
            "last_location",
            "visitor_sid",
            "visitor_ip",
            "first_touch",
            "last_touch",
            "webvisit",
            "touchpoints",
            "paid",
            "ga",
            "ad_match_type",
            "ad_network",
            "campaign_id");
    private static final List<String> DESK = List.of(
            "business_number",
            "business_label",
            "business_number_format",
            "receiving_number_id",
            "receiving_number_sid");
    private static final Map<String, String> ROUTE_TYPES = Map.of(
            "voice_menu", "VoiceMenu", "geo_config", "GeoConfig", "call_queue", "CallQueue", "call_agent", "User");

    /** The number that an order names by opaque id or in E.164, if it names one that the account has. */
    static Optional<Dialled> of(ObjectNode order, Telephony telephony) {
        return Stream.of("tracking_number_sid", "tracking_number")
                .map(name -> order.path(name).asText(""))
                .flatMap(named -> telephony.dialled(named).stream())
                .map(number -> new Dialled(number, telephony))
                .findFirst();
    }

    /** The line of the account's seeded ones whose source is the number's, so that the visit fits. */
    Optional<Line> like(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.origin().sid().equals(number.setup().source()))
                .findFirst();
    }

    void write(ObjectNode row) {
        dialled(row);
        Optional<Source> source = Optional.ofNullable(number.setup().source()).flatMap(telephony.sources()::find);
        if (source.filter(known -> known.sid().equals(row.path("source_sid").asText()))
                .isEmpty()) {
            row.remove(VISIT);
            row.put("visitor", false);
        }
        row.remove(List.of("source", "source_id", "source_sid"));
        source.ifPresent(known -> row.put("source", known.name())
                .put("source_id", known.filterId())
                .put("source_sid", known.sid()));
        if (row.has("call_path")) {
            route(row);
        }
    }

    private void dialled(ObjectNode row) {
        PhoneNumber dialled = number.number();
        row.put("tracking_number_id", number.filterId())
                .put("tracking_number_sid", number.sid())
                .put("tracking_number", dialled.e164())
                .put("tracking_number_bare", dialled.bare())
                .put("tracking_number_format", dialled.display())
                .put("tracking_label", number.setup().name())
                .put("tgid", number.filterId() + 100_000);
        row.putObject("inbound_rate_center")
                .put("country", dialled.northAmerican() ? "US" : null)
                .put("prefix", dialled.e164().substring(1, 5))
                .put("tollfree", dialled.e164().matches("\\+18(00|33|44|55|66|77|88).*"));
    }

    private void route(ObjectNode row) {
        row.remove(DESK);
        String begun = row.at("/call_path/0/started_at").asText();
        row.putArray("call_path");
        switch (number.setup().route()) {
            case CallRoute.Numbers numbers ->
                numbers.receivers().stream()
                        .flatMap(sid -> telephony.receivers().find(sid).stream())
                        .findFirst()
                        .ifPresent(receiver -> ring(row, receiver, begun));
            case CallRoute.To to -> {
                Destination destination = to.destination();
                step(row, destination.name(), begun)
                        .put("route_id", destination.sid())
                        .put("route_type", ROUTE_TYPES.get(destination.kind()));
            }
        }
    }

    private static void ring(ObjectNode row, ReceivingNumber receiver, String begun) {
        row.put("business_number", receiver.number().e164())
                .put("business_label", receiver.name())
                .put("business_number_format", receiver.number().display())
                .put("receiving_number_id", receiver.filterId())
                .put("receiving_number_sid", receiver.sid());
        step(row, Optional.ofNullable(receiver.name()).orElse(receiver.number().display()), begun)
                .put("route_id", receiver.filterId())
                .put("route_type", "PhysicalPhoneNumber");
    }

    private static ObjectNode step(ObjectNode row, String name, String begun) {
        return row.withArray("call_path").addObject().put("route_name", name).put("started_at", begun);
    }
}
