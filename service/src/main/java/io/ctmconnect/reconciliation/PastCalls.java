package io.ctmconnect.reconciliation;

import io.ctmconnect.callstore.CallUpdates;
import io.ctmconnect.callstore.History;
import io.ctmconnect.callstore.Reading;
import io.ctmconnect.callstore.ReadingSettings;
import io.ctmconnect.credentials.CtmSession;
import io.ctmconnect.ctm.CtmApi;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads the past calls of a CTM account back, the newest day first, and stores them for no campaign. The day that was reached
 * is saved after the day's calls: a process that dies reads one day again, which changes nothing.
 */
@Singleton
class PastCalls {
    private static final Logger LOG = Logger.getLogger(PastCalls.class);

    private final CtmApi ctm;
    private final CallUpdates calls;
    private final ReadingSettings settings;
    private final ReconciliationMetrics metrics;
    private final InstantSource clock;

    PastCalls(
            CtmApi ctm,
            CallUpdates calls,
            ReadingSettings settings,
            ReconciliationMetrics metrics,
            InstantSource clock) {
        this.ctm = ctm;
        this.calls = calls;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Whether there is a day to be read, and it is time for it. */
    boolean isDue(Reading reading) {
        Instant due = reading.historyDue();
        return settings.readsHistory() && due != null && !due.isAfter(clock.instant());
    }

    /** The time zone that decides the account's days. */
    Optional<ZoneId> zone(CtmSession session, Reading reading) {
        return session.call(access -> ctm.account(access, reading.ctmAccount())).zone();
    }

    /** Reads the next day. */
    void readDay(CtmSession session, Taken taken, Optional<ZoneId> zone) {
        History before = Objects.requireNonNull(taken.reading().history());
        LocalDate day = before.next(Days.latestToday(clock.instant(), zone));
        DayRead read = read(session, taken, day);
        DayRead sure = read.isSure ? read : read(session, taken, day);
        if (!sure.isSure) {
            LOG.warn("CTM counts more calls of a past day than it gave");
        }
        History after = before.read(day, settings.historyMonths(), sure.calls, sure.isSure);
        taken.save(taken.reading().with(after, after.isComplete() ? null : clock.instant()));
        metrics.read(sure.calls);
    }

    /**
     * One day.
     *
     * @param isSure whether CTM has given all the calls that it counts
     */
    private record DayRead(long calls, boolean isSure) {}

    private DayRead read(CtmSession session, Taken taken, LocalDate day) {
        String ctmAccount = taken.reading().ctmAccount();
        AtomicLong count = new AtomicLong();
        boolean isSure = new ListedCalls(ctm, session, ctmAccount).read(Days.of(day), page -> {
            taken.keep();
            calls.store(ctmAccount, page);
            count.addAndGet(page.size());
        });
        return new DayRead(count.get(), isSure);
    }
}
