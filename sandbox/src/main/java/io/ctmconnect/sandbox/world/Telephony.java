package io.ctmconnect.sandbox.world;

import io.ctmconnect.sandbox.phone.PhoneNumber;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The numbers of one account and what they lead to.
 *
 * @param numbers what was bought
 * @param receivers where calls are passed on to
 * @param sources where visitors come from
 * @param destinations menus, routers, queues and people that calls can be routed to
 * @param made how many ids were given out since the start
 */
public record Telephony(
        long account,
        Shelf<TrackingNumber> numbers,
        Shelf<ReceivingNumber> receivers,
        Shelf<Source> sources,
        List<Destination> destinations,
        AtomicInteger made) {

    /** A pair of ids: the opaque one and the integer one. */
    public record Ids(String sid, long filterId) {}

    /** Ids that nothing has yet; the same steps always give the same ones. */
    public Ids newIds(String prefix) {
        int place = made.incrementAndGet();
        return new Ids(OpaqueId.of(prefix, account + "/new/" + place), 1_000_000 + account % 10_000 * 1_000 + place);
    }

    /** The tracking number with an opaque id or in E.164. */
    public Optional<TrackingNumber> dialled(String sidOrNumber) {
        return numbers.all().stream()
                .filter(number -> number.sid().equals(sidOrNumber)
                        || number.number().e164().equals(sidOrNumber))
                .findFirst();
    }

    /** The receiving number that rings at a number. */
    public Optional<ReceivingNumber> receiver(PhoneNumber number) {
        return receivers.all().stream()
                .filter(receiver -> receiver.number().equals(number))
                .findFirst();
    }

    /** Adds a receiving number, unless one rings there already. */
    public synchronized Optional<ReceivingNumber> addReceiver(PhoneNumber number, @Nullable String name) {
        if (receiver(number).isPresent()) {
            return Optional.empty();
        }
        Ids ids = newIds("RPN");
        ReceivingNumber added = new ReceivingNumber(ids.sid(), ids.filterId(), number, name);
        receivers.add(added);
        return Optional.of(added);
    }

    /** Takes a receiving number away and out of every route; answers whether it was there. */
    public boolean removeReceiver(String sid) {
        numbers.changeAll(number -> number.setup().route() instanceof CallRoute.Numbers route
                        && route.receivers().contains(sid)
                ? number.with(number.setup().to(route.without(sid)))
                : number);
        return receivers.remove(sid);
    }

    /** Takes a source away; its numbers are in none then. Answers whether it was there. */
    public boolean removeSource(String sid) {
        numbers.changeAll(number ->
                sid.equals(number.setup().source()) ? number.with(number.setup().in(null)) : number);
        return sources.remove(sid);
    }
}
