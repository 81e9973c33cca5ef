package io.ctmconnect.sandbox.phone;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A city whose numbers are for sale.
 *
 * @param areas its area codes that are in stock
 * @param lata the number of its Local Access and Transport Area
 */
record Place(
        String city,
        String region,
        String postalCode,
        String latitude,
        String longitude,
        String lata,
        List<String> areas) {

    static final List<Place> ALL = List.of(
            new Place("Annapolis", "MD", "21401", "38.978400", "-76.492200", "238", List.of("410", "443")),
            new Place("Washington", "DC", "20001", "38.907200", "-77.036900", "236", List.of("202")),
            new Place("New York", "NY", "10001", "40.712800", "-74.006000", "132", List.of("646", "917")),
            new Place("Portland", "OR", "97201", "45.515200", "-122.678400", "672", List.of("503")),
            new Place("Phoenix", "AZ", "85001", "33.448400", "-112.074000", "666", List.of("602")),
            new Place("Portland", "ME", "04101", "43.659100", "-70.256800", "120", List.of("207")),
            new Place("Chicago", "IL", "60601", "41.878100", "-87.629800", "358", List.of("312")),
            new Place("Los Angeles", "CA", "90209", "34.073600", "-118.400400", "730", List.of("424")));

    static Optional<Place> of(String area) {
        return ALL.stream().filter(place -> place.areas().contains(area)).findFirst();
    }

    /** Whether an address or postal code names it. */
    boolean isIn(String address) {
        String wanted = address.toLowerCase(Locale.ROOT);
        return wanted.contains(city.toLowerCase(Locale.ROOT)) || wanted.contains(postalCode);
    }
}
