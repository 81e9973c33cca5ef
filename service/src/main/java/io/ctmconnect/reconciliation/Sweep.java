package io.ctmconnect.reconciliation;

import io.ctmconnect.callstore.CallUpdates;
import io.ctmconnect.callstore.Reading;
import io.ctmconnect.callstore.ReadingSettings;
import io.ctmconnect.callstore.Sweeps;
import io.ctmconnect.credentials.CtmSession;
import io.ctmconnect.ctm.Call;
import io.ctmconnect.ctm.CtmApi;
import io.ctmconnect.webhooks.MissedCalls;
import io.ctmconnect.webhooks.VanishedWebhooks;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Compares CTM's calls of the last days with the stored ones, and repairs what is missing. What is found is noted page by
 * page, so that a crash loses at most one page of the loss meter.
 */
@Singleton
class Sweep {
    private static final Logger LOG = Logger.getLogger(Sweep.class);
    /** Of days of which CTM does not give all that it counts, no more are read again. */
    private static final int MOST_DAYS_AGAIN = 7;

    private final CtmApi ctm;
    private final MissedCalls missedCalls;
    private final VanishedWebhooks webhooks;
    private final CallUpdates calls;
    private final ReadingSettings settings;
    private final ReconciliationMetrics metrics;
    private final InstantSource clock;

    Sweep(
            CtmApi ctm,
            MissedCalls missedCalls,
            VanishedWebhooks webhooks,
            CallUpdates calls,
            ReadingSettings settings,
            ReconciliationMetrics metrics,
            InstantSource clock) {
        this.ctm = ctm;
        this.missedCalls = missedCalls;
        this.webhooks = webhooks;
        this.calls = calls;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Whether it is time for one. */
    boolean isDue(Reading reading) {
        return settings.sweeps() && !reading.sweepDue().isAfter(clock.instant());
    }

    void make(CtmSession session, Taken taken) {
        Reading before = taken.reading();
        Instant begun = clock.instant();
        Optional<ZoneId> zone =
                session.call(access -> ctm.account(access, before.ctmAccount())).zone();
        metrics.restored(webhooks.restore(session, before.connection(), before.ctmAccount()));
        Tally tally = new Tally(taken, begun);
        boolean isWhole = new ListedCalls(ctm, session, before.ctmAccount())
                .read(Days.ofSweep(begun, zone, before.sweeps().lastDay()), tally::add);
        LocalDate today = Days.earliestToday(begun, zone);
        Sweeps swept = taken.reading()
                .sweeps()
                .swept(
                        clock.instant(),
                        isWhole ? today : again(before.sweeps().lastDay(), today),
                        tally.looked,
                        tally.missed);
        taken.save(taken.reading().with(swept).sweptAgainAt(begun.plus(jittered(settings.period()))));
        metrics.swept(tally.looked, tally.missed);
    }

    private static LocalDate again(@Nullable LocalDate lastDay, LocalDate today) {
        LOG.warn("CTM counts more calls than it gave: the days are swept again");
        LocalDate earliest = today.minusDays(MOST_DAYS_AGAIN);
        return lastDay == null || lastDay.isBefore(earliest) ? earliest : lastDay;
    }

    /** A tenth more or less, so that accounts that were connected together are not swept together for ever. */
    private static Duration jittered(Duration period) {
        long tenth = period.toMillis() / 10;
        return period.plusMillis(ThreadLocalRandom.current().nextLong(-tenth, tenth + 1));
    }

    /** What one sweep has found so far. */
    private final class Tally {
        private final Taken taken;
        private final Instant begun;
        private long looked;
        private long missed;

        Tally(Taken taken, Instant begun) {
            this.taken = taken;
            this.begun = begun;
        }

        void add(List<Call> page) {
            taken.keep();
            Reading reading = taken.reading();
            List<Call> ended = page.stream()
                    .filter(call -> ListedCalls.isSettled(call, begun, settings.grace()))
                    .toList();
            MissedCalls.Found found = missedCalls.take(reading.connection(), reading.ctmAccount(), ended);
            calls.store(reading.ctmAccount(), found.uncovered());
            looked += ended.size();
            missed += found.missed();
            if (found.missed() > 0) {
                taken.save(reading.with(reading.sweeps().plusMissed(found.missed())));
            }
        }
    }
}
