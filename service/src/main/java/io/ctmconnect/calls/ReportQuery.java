package io.ctmconnect.calls;

import io.ctmconnect.http.Fields;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import java.time.LocalDate;
import java.util.Objects;

/** The query of the summary and of the chart: the list's filter, and the chart's interval. */
record ReportQuery(CallFilter filter, ChartInterval interval) {
    private static final int DEFAULT_DAYS = 30;
    private static final int MAX_DAYS_BY_HOUR = 62;

    /** The interval must be a right one, and is not used. */
    static ReportQuery ofSummary(MultivaluedMap<String, String> query) {
        Fields fields = Fields.of(query);
        CallFilter filter = read(fields).filter();
        fields.check();
        return new ReportQuery(filter, ChartInterval.DAY);
    }

    static ReportQuery ofChart(MultivaluedMap<String, String> query) {
        Fields fields = Fields.of(query);
        ReportQuery form = read(fields);
        if (form.filter.startDate() != null && form.filter.endDate() != null) {
            form.checkHours(new DayWindow(form.filter.startDate(), form.filter.endDate()), fields);
        }
        fields.check();
        return form;
    }

    private static ReportQuery read(Fields fields) {
        return new ReportQuery(
                CallFilter.of(fields),
                fields.choice("interval", ChartInterval.DAY, ChartInterval.ALL, ChartInterval::wire));
    }

    private void checkHours(DayWindow window, Fields fields) {
        if (interval == ChartInterval.HOUR && window.length() > MAX_DAYS_BY_HOUR) {
            fields.note("interval", "must not be hour for more than " + MAX_DAYS_BY_HOUR + " days");
        }
    }

    /**
     * The asked-for days. Without an end it is today, or the start where that is later; without a start it is 30 days in
     * all.
     *
     * @param today in the CTM account's time zone
     */
    DayWindow window(LocalDate today) {
        LocalDate start = filter.startDate();
        LocalDate latest = start != null && start.isAfter(today) ? start : today;
        LocalDate end = Objects.requireNonNullElse(filter.endDate(), latest);
        DayWindow window =
                new DayWindow(Objects.requireNonNullElseGet(start, () -> end.minusDays(DEFAULT_DAYS - 1L)), end);
        check(window);
        return window;
    }

    private void check(DayWindow window) {
        Fields fields = Fields.of(new MultivaluedHashMap<>());
        CallFilter.checkDates(window.start(), window.end(), fields);
        checkHours(window, fields);
        fields.check();
    }
}
