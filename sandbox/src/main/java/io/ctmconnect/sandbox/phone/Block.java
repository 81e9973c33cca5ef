package io.ctmconnect.sandbox.phone;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A hundred numbers in a row, of a range that is kept free for fiction.
 *
 * @param prefix all but the last two digits, in E.164
 * @param country its ISO-2 code
 * @param tollFree whether the called side pays
 * @param place null where no city is known
 */
record Block(
        String prefix,
        String country,
        boolean tollFree,
        @Nullable Place place) {

    private static final List<String> TOLL_FREE = List.of("800", "833", "844", "855", "866", "877", "888");
    private static final List<String> CANADIAN = List.of("416", "514", "604");
    private static final Map<String, List<String>> ABROAD =
            Map.of("GB", List.of("+4420794601", "+4416149601"), "AU", List.of("+61255501", "+61255502"));

    /** Area codes that are sold out, with those laid over the same region. */
    private static final Map<String, List<String>> SOLD_OUT =
            Map.of("212", List.of("646", "917"), "310", List.of("424"), "201", List.of());

    /** The block of a United States area code, unless it is none, or sold out. */
    static Optional<Block> area(String area) {
        boolean local = area.matches("[2-9][0-9]{2}") && !area.endsWith("11") && !TOLL_FREE.contains(area);
        return local && !SOLD_OUT.containsKey(area) && !CANADIAN.contains(area)
                ? Optional.of(
                        new Block(american(area), "US", false, Place.of(area).orElse(null)))
                : Optional.empty();
    }

    static List<String> overlays(String area) {
        return SOLD_OUT.getOrDefault(area, List.of());
    }

    static List<Block> tollFree(String country) {
        return TOLL_FREE.stream()
                .map(area -> new Block(american(area), country, true, null))
                .toList();
    }

    /** Everything of a country that a search without an area code goes through. */
    static List<Block> of(String country) {
        return switch (country) {
            case "US" ->
                Place.ALL.stream()
                        .flatMap(place -> place.areas().stream())
                        .flatMap(area -> area(area).stream())
                        .toList();
            case "CA" ->
                CANADIAN.stream()
                        .map(area -> new Block(american(area), country, false, null))
                        .toList();
            default ->
                ABROAD.getOrDefault(country, List.of()).stream()
                        .map(prefix -> new Block(prefix, country, false, null))
                        .toList();
        };
    }

    /** The block that a number is of, if any is for sale. */
    static Optional<Block> holding(String e164) {
        List<Block> known = new ArrayList<>(tollFree("US"));
        List.of("CA", "GB", "AU").forEach(country -> known.addAll(of(country)));
        Optional<Block> local =
                e164.startsWith("+1") && e164.length() == 12 ? area(e164.substring(2, 5)) : Optional.empty();
        return Stream.concat(local.stream(), known.stream())
                .filter(block -> e164.matches("\\" + block.prefix + "[0-9]{2}"))
                .findFirst();
    }

    private static String american(String area) {
        return "+1" + area + "55501";
    }

    /** Its numbers in E.164, ascending. */
    Stream<String> numbers() {
        return IntStream.range(0, 100).mapToObj(last -> prefix + (last < 10 ? "0" : "") + last);
    }
}
