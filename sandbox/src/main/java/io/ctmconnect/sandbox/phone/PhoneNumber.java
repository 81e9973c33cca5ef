package io.ctmconnect.sandbox.phone;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A telephone number and the spellings that CTM shows it in.
 *
 * @param e164 a plus sign and digits
 */
public record PhoneNumber(String e164) {

    private static final Map<String, String> BY_COUNTRY = Map.of("US", "1", "CA", "1", "GB", "44", "AU", "61");
    private static final String NORTH_AMERICA = "1";

    /**
     * Reads a number.
     *
     * @param text in E.164, or national digits
     * @param country the ISO-2 code that national digits belong to
     */
    public static Optional<PhoneNumber> read(String text, String country) {
        boolean international = text.strip().startsWith("+");
        String digits = text.replaceAll("[-+(). ]", "");
        String prefix = BY_COUNTRY.getOrDefault(country.toUpperCase(Locale.ROOT), NORTH_AMERICA);
        String national = digits.replaceFirst("^0", "");
        boolean complete = international || (prefix.equals(NORTH_AMERICA) && digits.matches("1[0-9]{10}"));
        return Optional.of(new PhoneNumber("+" + (complete ? digits : prefix + national)))
                .filter(PhoneNumber::isPossible);
    }

    private boolean isPossible() {
        return e164.startsWith("+1")
                ? e164.matches("\\+1[2-9][0-9]{2}[2-9][0-9]{6}")
                : e164.matches("\\+[2-9][0-9]{7,14}");
    }

    /** The calling code: 1, 44 or 61, and of other countries the first two digits. */
    public String countryCode() {
        return northAmerican() ? NORTH_AMERICA : e164.substring(1, 3);
    }

    /** The digits without the calling code. */
    public String bare() {
        return e164.substring(1 + countryCode().length());
    }

    /** For people: {@code (202) 555-0143}; elsewhere than in North America {@code +44 2079460123}, which is a guess. */
    public String display() {
        List<String> parts = split();
        return northAmerican()
                ? "(" + parts.get(1) + ") " + parts.get(2) + "-" + parts.get(3)
                : "+" + countryCode() + " " + bare();
    }

    /** The calling code and the number's parts. */
    public List<String> split() {
        String bare = bare();
        return northAmerican()
                ? List.of(NORTH_AMERICA, bare.substring(0, 3), bare.substring(3, 6), bare.substring(6))
                : List.of(countryCode(), bare);
    }

    /** Whether it belongs to the North American plan, and so has an area code of three digits. */
    public boolean northAmerican() {
        return e164.startsWith("+1");
    }
}
