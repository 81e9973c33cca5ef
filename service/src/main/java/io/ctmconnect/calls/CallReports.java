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

/** Reads what the summary and the chart are made of. Of the calls themselves nothing is kept here. */
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
        Buckets buckets = new Buckets(query.interval(), report.days, report.zone(windows));
        List<ReadRows<GroupedSums>> read = OpenWindow.read(windows, GroupedSums.fold(buckets::labelOf));
        return CallChart.of(buckets, report.asOf(), read.getFirst());
    }

    private Report begin(CtmSession session, String account, ReportQuery query) {
        Optional<ZoneId> zone =
                session.read(access -> ctm.account(access, account)).zone();
        DayWindow days = query.window(LocalDate.ofInstant(clock.instant(), zone.orElse(ReportBasis.UTC)));
        return new Report(new CallReader(ctm, session, account), query.filter(), days, zone);
    }

    private record Report(CallReader reader, CallFilter filter, DayWindow days, Optional<ZoneId> zone) {
        List<OpenWindow> open(DayWindow... windows) {
            return CtmThreads.all(
                    Stream.of(windows)
                            .<Supplier<OpenWindow>>map(window -> () -> OpenWindow.open(reader, window, filter))
                            .toList(),
                    reader::stop);
        }

        ZoneId zone(List<OpenWindow> windows) {
            return ReportBasis.zone(zone, windows.getFirst().offset());
        }

        /** Known when everything has been read. */
        Instant asOf() {
            return reader.asOf().truncatedTo(ChronoUnit.SECONDS);
        }

        ReportBasis basis(List<OpenWindow> windows) {
            return new ReportBasis(days, zone(windows), asOf());
        }
    }
}
