package io.ctmconnect.trackers;

import io.ctmconnect.ctm.NumberSearch;
import io.ctmconnect.http.Fields;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The query of the numbers that can be bought. */
record AvailableQuery(NumberSearch search) {
    private static final String HOME = "US";
    private static final Set<String> COUNTRIES =
            Arrays.stream(Locale.getISOCountries()).collect(Collectors.toUnmodifiableSet());
    /** Countries of the North American plan whose area codes have three digits, as far as CTM sells there. */
    private static final Set<String> NORTH_AMERICA = Set.of("US", "CA", "PR");

    static AvailableQuery of(MultivaluedMap<String, String> query) {
        Fields fields = Fields.of(query);
        String country = country(fields);
        boolean tollFree = Boolean.TRUE.equals(fields.flag("toll_free"));
        String areaCode = areaCode(fields, country);
        if (!fields.has("area_code") && !fields.has("country") && !tollFree) {
            fields.note("area_code", "or country or toll_free must be given");
        }
        if (areaCode != null && tollFree) {
            fields.note("area_code", "must not be given together with toll_free");
        }
        fields.check();
        return new AvailableQuery(new NumberSearch(country, areaCode, tollFree));
    }

    private static String country(Fields fields) {
        String given = fields.matching(
                "country",
                text -> COUNTRIES.contains(text.toUpperCase(Locale.ROOT)),
                "must be a country's code of two letters (ISO 3166)");
        return given == null ? HOME : given.toUpperCase(Locale.ROOT);
    }

    private static @Nullable String areaCode(Fields fields, String country) {
        return NORTH_AMERICA.contains(country)
                ? fields.matching("area_code", text -> text.matches("[2-9][0-9]{2}"), "must be three digits, as 443")
                : fields.matching("area_code", text -> text.matches("[0-9]{1,5}"), "must be one to five digits");
    }
}
