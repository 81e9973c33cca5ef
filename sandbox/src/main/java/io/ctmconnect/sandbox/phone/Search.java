package io.ctmconnect.sandbox.phone;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody looks for.
 *
 * @param country ISO-2
 * @param by {@code area}, {@code address}, {@code tollfree} or {@code number}
 * @param area an area code, or empty
 * @param address a city or a postal code, or empty
 * @param pattern digits that a number holds behind its calling code, or empty
 * @param atStart whether it begins with them
 */
public record Search(String country, String by, String area, String address, String pattern, boolean atStart) {

    /** Normalises the country. */
    public Search {
        country = country.isBlank() ? "US" : country.toUpperCase(Locale.ROOT);
    }

    /** The blocks to look through. */
    Stream<Block> blocks() {
        return switch (by) {
            case "tollfree" -> Block.tollFree(country).stream();
            case "address" ->
                Block.of(country).stream()
                        .filter(block -> Optional.ofNullable(block.place())
                                .filter(place -> place.isIn(address))
                                .isPresent());
            case "number" -> byNumber();
            default ->
                country.equals("US")
                        ? Block.area(area).stream()
                        : Block.of(country).stream().filter(this::inArea);
        };
    }

    private Stream<Block> byNumber() {
        Optional<Block> started = atStart && country.equals("US") && pattern.length() >= 3
                ? Block.area(pattern.substring(0, 3))
                : Optional.empty();
        return Stream.concat(started.stream(), Block.of(country).stream()).distinct();
    }

    private boolean inArea(Block block) {
        return area.isEmpty() || block.prefix().contains(area);
    }

    /** Whether the digits behind a calling code are wanted; with an area code they are those behind it. */
    boolean accepts(String bare) {
        String digits = by.equals("number") ? bare : bare.substring(Math.min(3, bare.length()));
        return atStart ? digits.startsWith(pattern) : digits.contains(pattern);
    }

    /** Area codes to try instead when nothing was found. */
    List<String> overlays() {
        return by.equals("area") && country.equals("US") ? Block.overlays(area) : List.of();
    }
}
