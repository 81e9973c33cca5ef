package io.ctmconnect.sandbox.phone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The numbers for sale to all accounts: about a third of each block, chosen by the seed. What was sold once is not
 * offered again, also when it was released since.
 */
public final class Market {

    private static final int MOST = 30;

    private final long seed;
    private final Set<PhoneNumber> sold;

    /** A market in which some numbers are sold. */
    public Market(long seed, Collection<PhoneNumber> sold) {
        this.seed = seed;
        this.sold = new HashSet<>(sold);
    }

    /** What CTM answers to a search: at most 30 numbers, in ascending order in each block. */
    public synchronized ObjectNode find(Search search) {
        List<Offer> offers = search.blocks()
                .flatMap(block -> block.numbers().map(e164 -> new Offer(new PhoneNumber(e164), block)))
                .filter(offer -> search.accepts(offer.number().bare()) && isOffered(offer.number()))
                .limit(MOST)
                .toList();
        ObjectNode answer = Json.object();
        offers.forEach(offer -> answer.withArray("numbers").add(offer.json()));
        answer.withArray("numbers");
        answer.put("country", search.country()).put("searchby", search.by());
        answer.putArray("error");
        answer.put("format_style", "v2").put("include_distance", false);
        answer.put("contains", search.area().isEmpty() ? search.pattern() : search.area());
        answer.put("areacode", search.area()).put("status", "success");
        answer.set("overlays", Json.texts(offers.isEmpty() ? search.overlays() : List.of()));
        return answer;
    }

    /** Takes a number from the market, and answers whether it was on offer. */
    public synchronized boolean sell(PhoneNumber number) {
        return Block.holding(number.e164()).isPresent() && isOffered(number) && sold.add(number);
    }

    /** Takes any number that nobody holds, as a simulated purchase does. */
    public synchronized boolean simulate(PhoneNumber number) {
        return sold.add(number);
    }

    private boolean isOffered(PhoneNumber number) {
        return !sold.contains(number) && (number.e164().hashCode() * 31L + seed * 17) % 3 == 0;
    }
}
