package io.ctmconnect.trackers;

import io.ctmconnect.ctm.CtmNumber;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.Standing;
import io.ctmconnect.idempotency.Steps;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What one request has done at CTM so far, kept up with the steps of its idempotency key. */
final class Ledger {
    private final Steps steps;
    private final List<Deed> deeds = new ArrayList<>();

    Ledger(Steps steps) {
        this.steps = steps;
    }

    /**
     * Does a write. It is noted before, as something that may have been done, and after it as what it has become.
     *
     * @param intent what may stand if CTM does not answer
     * @param done what stands when it has answered so
     */
    <T> T step(Deed intent, Supplier<T> write, Function<T, Deed> done) {
        begin(intent);
        T answer;
        try {
            answer = write.get();
        } catch (ApiException e) {
            if (TrackerSession.isRefused(e)) {
                deeds.removeLast();
            }
            throw e;
        }
        deeds.removeLast();
        deeds.add(done.apply(answer));
        note();
        return answer;
    }

    /** As {@link #step}, for a write whose answer says no more than that it was done. */
    void write(Deed intent, Runnable write, Deed done) {
        step(
                intent,
                () -> {
                    write.run();
                    return done;
                },
                deed -> deed);
    }

    /**
     * Puts a number's calls through to a destination.
     *
     * @param number as it is before
     * @param destination E.164; null to leave the route as it is
     */
    void route(TrackerSession session, CtmNumber number, @Nullable String destination) {
        if (destination != null) {
            write(
                    new Deed.Routing(number, destination, false),
                    () -> session.route(number.id(), Phone.route(destination)),
                    new Deed.Routing(number, destination, true));
        }
    }

    private void begin(Deed intent) {
        deeds.add(intent);
        try {
            note();
        } catch (RuntimeException e) {
            deeds.removeLast();
            throw e;
        }
    }

    private void note() {
        steps.note(standings());
    }

    /** In the order in which they were done. */
    List<Deed> deeds() {
        return List.copyOf(deeds);
    }

    List<Standing> standings() {
        return deeds.stream().map(Deed::standing).toList();
    }
}
