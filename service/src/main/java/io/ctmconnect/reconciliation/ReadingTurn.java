package io.ctmconnect.reconciliation;

import io.ctmconnect.callstore.Reading;
import io.ctmconnect.credentials.CtmSession;
import io.ctmconnect.credentials.CtmSessions;
import io.ctmconnect.http.ApiException;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/** What a process does with a reading that it has taken: a sweep when one is due, else some days of the past. */
@Singleton
class ReadingTurn {
    private static final Logger LOG = Logger.getLogger(ReadingTurn.class);
    /** Then others have a turn, and the zone is asked for anew. */
    private static final int MOST_DAYS = 30;
    /** While CTM refuses the credentials, or the connection has just ended. */
    private static final Duration UNUSABLE = Duration.ofMinutes(1);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 7;

    private final CtmSessions sessions;
    private final Sweep sweep;
    private final PastCalls past;
    private final ReconciliationMetrics metrics;
    private final InstantSource clock;

    ReadingTurn(CtmSessions sessions, Sweep sweep, PastCalls past, ReconciliationMetrics metrics, InstantSource clock) {
        this.sessions = sessions;
        this.sweep = sweep;
        this.past = past;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Does what is due, and lets others take it afterwards. */
    void make(Taken taken) {
        boolean isSweep = sweep.isDue(taken.reading());
        try {
            Optional<CtmSession> session = sessions.ofConnection(taken.reading().connection());
            if (session.isEmpty()) {
                taken.release(later(later(taken.reading(), true, UNUSABLE), false, UNUSABLE));
                return;
            }
            if (isSweep) {
                sweep.make(session.get(), taken);
            } else {
                readPast(session.get(), taken);
            }
            taken.release(taken.reading().withFailures(0));
        } catch (ApiException e) {
            failed(taken, isSweep, e);
        } catch (Taken.StoppedException _) {
            taken.release(taken.reading());
        } catch (Taken.LostException _) {
            LOG.debug("a reading was taken over by another process, or has ended");
        }
    }

    /** Day after day; each with a session of its own, so that a disconnect ends it. */
    private void readPast(CtmSession first, Taken taken) {
        Optional<ZoneId> zone = past.zone(first, taken.reading());
        for (int days = 0; days < MOST_DAYS; days++) {
            Optional<CtmSession> session = sessions.ofConnection(taken.reading().connection());
            if (session.isEmpty() || !past.isDue(taken.reading()) || sweep.isDue(taken.reading())) {
                return;
            }
            past.readDay(session.get(), taken, zone);
        }
    }

    private void failed(Taken taken, boolean isSweep, ApiException failure) {
        Reading reading = taken.reading();
        LOG.warnf("calls could not be read from CTM: %s", failure.code());
        metrics.failed(isSweep);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(reading.failures(), MOST_DOUBLINGS));
        taken.release(later(reading, isSweep, pause).withFailures(reading.failures() + 1));
    }

    private Reading later(Reading reading, boolean isSweep, Duration pause) {
        Instant due = clock.instant().plus(pause);
        if (isSweep) {
            return reading.sweptAgainAt(due);
        }
        return reading.historyDue() == null ? reading : reading.with(reading.history(), due);
    }
}
