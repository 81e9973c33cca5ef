package io.ctmconnect.trackers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.ctmconnect.ctm.RouteOrder;
import io.ctmconnect.http.Fields;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number that exists by the numbering plan of its country.
 *
 * @param e164 a plus sign and digits
 * @param country ISO 3166, two letters
 */
record Phone(String e164, String country) {
    /** Where a number without country belongs: most of CTM's customers are there. */
    private static final String HOME = "US";

    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
    /** What the library would skip, or read as digits of a keypad, is rather a mistake. */
    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9 ()./-]{5,40}");

    /** Reads E.164, or a national number of the USA, as people write it. */
    static Optional<Phone> read(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = PLANS.parse(text, HOME);
            return PLANS.isValidNumber(number)
                    ? Optional.of(new Phone(
                            PLANS.format(number, PhoneNumberFormat.E164), PLANS.getRegionCodeForNumber(number)))
                    : Optional.empty();
        } catch (NumberParseException _) {
            return Optional.empty();
        }
    }

    /** A field's number in E.164, null when it is not given. */
    static @Nullable String field(Fields fields, String name) {
        String rule = "must be a phone number: E.164, or a national number of the USA";
        String text = fields.matching(name, value -> read(value).isPresent(), rule);
        return text == null ? null : read(text).map(Phone::e164).orElse(null);
    }

    /** Puts calls through to a number in E.164. */
    static RouteOrder route(String e164) {
        return RouteOrder.to(e164, read(e164).map(Phone::country).orElse(HOME));
    }

    /** A number for people, as its country writes it; null for what is no number. */
    static @Nullable String formatted(@Nullable String e164) {
        try {
            return e164 == null ? null : PLANS.format(PLANS.parse(e164, HOME), PhoneNumberFormat.NATIONAL);
        } catch (NumberParseException _) {
            return null;
        }
    }
}
