package io.ctmconnect.calls;

import io.ctmconnect.calls.CallWindow.Bound;
import io.ctmconnect.credentials.CtmSession;
import io.ctmconnect.ctm.CtmApi;
import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Reads what the summary and the chart are made of. Nothing is kept between requests. */
@Singleton
class CallReports {
    private static final Bound BOUND = new Bound(50_000, false);

    private final CtmApi ctm;
    private final CallWindow window;
    private final InstantSource clock;

    CallReports(CtmApi ctm, CallWindow window, InstantSource clock) {
        this.ctm = ctm;
        this.window = window;
        this.clock = clock;
    }

    CallSummary summary(CtmSession session, String account, ReportQuery query) {
        Reading reading = begin(session, account, query);
        WindowRows<CountedCall> rows = reading.rows(reading.days);
        WindowRows<CountedCall> before = reading.rows(reading.days.previous());
        return CallSummary.of(reading.basis(rows), rows, before);
    }

    CallChart chart(CtmSession session, String account, ReportQuery query) {
        Reading reading = begin(session, account, query);
        WindowRows<CountedCall> rows = reading.rows(reading.days);
        return CallChart.of(reading.basis(rows), query.interval(), rows);
    }

    private Reading begin(CtmSession session, String account, ReportQuery query) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<ZoneId> zone =
                session.call(access -> ctm.account(access, account)).zone();
        DayWindow days = query.window(LocalDate.ofInstant(now, zone.orElse(ReportBasis.UTC)));
        return new Reading(window, session, account, query.filter(), days, zone, now);
    }

    private record Reading(
            CallWindow window,
            CtmSession session,
            String account,
            CallFilter filter,
            DayWindow days,
            Optional<ZoneId> zone,
            Instant now) {
        WindowRows<CountedCall> rows(DayWindow of) {
            return window.read(session, account, filter.during(of), BOUND, CountedCall::of);
        }

        ReportBasis basis(WindowRows<CountedCall> rows) {
            return new ReportBasis(days, ReportBasis.zone(zone, rows.rows()), now);
        }
    }
}
