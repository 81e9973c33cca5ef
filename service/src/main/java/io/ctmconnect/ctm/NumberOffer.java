package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A number that can be bought.
 *
 * @param number E.164
 * @param formatted for people
 * @param type CTM's word; {@code local} is known
 * @param country ISO 3166, two letters
 */
public record NumberOffer(
        String number,
        @Nullable String formatted,
        @Nullable String type,
        @Nullable String country,
        @Nullable String region,
        @Nullable String city,
        @Nullable String postalCode,
        Capabilities capabilities) {

    /** What it can do; null where CTM does not say. */
    public record Capabilities(
            @Nullable Boolean voice,
            @Nullable Boolean sms,
            @Nullable Boolean mms) {
        static Capabilities of(CtmJson fields) {
            return new Capabilities(named(fields, "voice"), named(fields, "sms"), named(fields, "mms"));
        }

        /** CTM writes {@code voice}, {@code SMS} and {@code MMS}. */
        private static @Nullable Boolean named(CtmJson fields, String name) {
            return Optional.ofNullable(fields.flag(name)).orElseGet(() -> fields.flag(name.toUpperCase(Locale.ROOT)));
        }
    }

    /** The rows of a search; the key was {@code results} in older times. */
    static List<NumberOffer> all(JsonNode answer) {
        return Stream.of("numbers", "results")
                .flatMap(key -> answer.path(key).valueStream())
                .map(NumberOffer::of)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<NumberOffer> of(JsonNode json) {
        CtmJson fields = new CtmJson(json);
        return Optional.ofNullable(fields.firstText("phone_number", "number"))
                .map(number -> new NumberOffer(
                        number,
                        fields.text("friendly_name"),
                        fields.text("number_type"),
                        fields.text("iso_country"),
                        fields.text("region"),
                        fields.firstText("ratecenter", "locality"),
                        fields.text("postal_code"),
                        Capabilities.of(fields.object("capabilities"))));
    }
}
