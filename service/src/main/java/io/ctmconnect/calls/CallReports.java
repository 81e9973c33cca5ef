package io.ctmconnect.calls;

import io.ctmconnect.credentials.CtmSession;
import io.ctmconnect.ctm.CtmApi;
import io.ctmconnect.ctm.CtmThreads;
import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads what the summary and the chart are made of. Of the calls nothing is kept. */
@Singleton
class CallReports {
    private final CtmApi ctm;
    private final InstantSource clock;

    CallReports(CtmApi ctm, InstantSource clock) {
        this.ctm = ctm;
        this.clock = clock;
    }

    CallSummary summary(CtmSession session, String account, ReportQuery query) {
        Report report = begin(session, account, query);
        List<OpenWindow> windows = report.open(report.days, report.days.previous());
        List<ReadRows<GroupedSums>> read =
                OpenWindow.read(windows, GroupedSums.fold(call -> Optional.ofNullable(call.source())));
        return CallSummary.of(report.basis(windows), read.getFirst(), read.getLast());
    }

    CallChart chart(CtmSession session, String account, ReportQuery query) {
        Report report = begin(session, account, query);
        List<OpenWindow> windows = report.open(report.days);
        ReportBasis basis = report.basis(windows);
        Buckets buckets = new Buckets(query.interval(), basis.window(), basis.zone());
        List<ReadRows<GroupedSums>> read = OpenWindow.read(windows, GroupedSums.fold(buckets::labelOf));
        return CallChart.of(buckets, basis.asOf(), read.getFirst());
    }

    private Report begin(CtmSession session, String account, ReportQuery query) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<ZoneId> zone =
                session.call(access -> ctm.account(access, account)).zone();
        DayWindow days = query.window(LocalDate.ofInstant(now, zone.orElse(ReportBasis.UTC)));
        return new Report(new CallReader(ctm, session, account), query.filter(), days, zone, now);
    }

    private record Report(CallReader reader, CallFilter filter, DayWindow days, Optional<ZoneId> zone, Instant asOf) {
        List<OpenWindow> open(DayWindow... windows) {
            return CtmThreads.all(
                    Stream.of(windows)
                            .<Supplier<OpenWindow>>map(window -> () -> OpenWindow.open(reader, window, filter))
                            .toList(),
                    reader::stop);
        }

        ReportBasis basis(List<OpenWindow> windows) {
            return new ReportBasis(
                    days, ReportBasis.zone(zone, windows.getFirst().offset()), asOf);
        }
    }
}
