package io.ctmconnect.trackers;

import io.ctmconnect.ctm.NumberOffer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * A number that can be bought. What CTM does not say is null.
 *
 * @param phoneNumber E.164
 * @param formattedNumber for people
 * @param country ISO 3166, two letters
 */
record AvailableNumberView(
        @Schema(examples = "+14435550188") String phoneNumber,
        @Schema(examples = "(443) 555-0188") @Nullable String formattedNumber,

        @Schema(
                enumeration = {"local", "toll_free"},
                examples = "local")
        String type,

        @Schema(examples = "US") @Nullable String country,
        @Schema(examples = "MD") @Nullable String region,
        @Schema(examples = "Annapolis") @Nullable String city,
        @Schema(examples = "21401") @Nullable String postalCode,
        CapabilitiesView capabilities) {

    /** What a number can do. */
    record CapabilitiesView(
            @Schema(examples = "true") @Nullable Boolean voice,
            @Schema(examples = "true") @Nullable Boolean sms,
            @Schema(examples = "true") @Nullable Boolean mms) {}

    /** @param tollFree what was asked for, where CTM does not say what it is */
    static AvailableNumberView of(NumberOffer offer, boolean tollFree) {
        NumberOffer.Capabilities can = offer.capabilities();
        return new AvailableNumberView(
                offer.number(),
                Optional.ofNullable(offer.formatted()).orElseGet(() -> Phone.formatted(offer.number())),
                isTollFree(offer.type(), tollFree) ? "toll_free" : "local",
                offer.country(),
                offer.region(),
                offer.city(),
                offer.postalCode(),
                new CapabilitiesView(can.voice(), can.sms(), can.mms()));
    }

    /** CTM's spelling is not documented. */
    private static boolean isTollFree(@Nullable String type, boolean asked) {
        return type == null ? asked : type.replaceAll("[^A-Za-z]", "").equalsIgnoreCase("tollfree");
    }
}
