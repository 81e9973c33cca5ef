package io.ctmconnect.ctm;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which numbers to look for among those that can be bought.
 *
 * @param country ISO 3166, two letters
 * @param areaCode null for any
 */
public record NumberSearch(String country, @Nullable String areaCode, boolean tollFree) {
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("country", country);
        parameters.put("searchby", tollFree ? "tollfree" : "area");
        if (areaCode != null) {
            parameters.put("areacode", areaCode);
        }
        return parameters;
    }
}
