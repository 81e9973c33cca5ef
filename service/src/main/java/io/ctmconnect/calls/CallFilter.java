package io.ctmconnect.calls;

import io.ctmconnect.ctm.Call;
import io.ctmconnect.ctm.CallSearch;
import io.ctmconnect.ctm.CallStatus;
import io.ctmconnect.http.Fields;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * Which calls are asked for, by the list and the reports alike: what CTM is asked for, and what a row must be whatever CTM
 * answers.
 *
 * @param startDate first day in the CTM account's time zone, or null
 * @param endDate last day, included, or null
 * @param statuses the asked-for statuses; empty for all
 * @param search free text that CTM looks for, or null
 * @param source a source's name or id, or null
 * @param tracker a tracking number's id, or null
 * @param directions CTM's words
 */
record CallFilter(
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        List<CallStatus> statuses,
        @Nullable String search,
        @Nullable String source,
        @Nullable String tracker,
        List<String> directions) {

    /** Rows of one request to CTM. */
    static final int READ_SIZE = 100;

    private static final List<CallStatus> STATUSES =
            List.of(CallStatus.ANSWERED, CallStatus.FAILED, CallStatus.NO_ANSWER, CallStatus.CANCELED);
    private static final List<String> DIRECTIONS = List.of("inbound", "outbound");
    private static final int MAX_YEARS = 2;

    static CallFilter of(Fields fields) {
        CallFilter filter = new CallFilter(
                fields.day("start_date"),
                fields.day("end_date"),
                fields.choices("call_status", STATUSES, CallStatus::wire),
                fields.optional("search"),
                fields.optional("source"),
                fields.optional("tracker"),
                fields.has("direction")
                        ? List.of(fields.choice("direction", "inbound", DIRECTIONS, Function.identity()))
                        : DIRECTIONS);
        filter.checkDates(fields);
        return filter;
    }

    private void checkDates(Fields fields) {
        if (startDate != null && endDate != null) {
            checkDates(startDate, endDate, fields);
        }
    }

    /** Notes what is wrong with a window of days. */
    static void checkDates(LocalDate start, LocalDate end, Fields fields) {
        if (end.isBefore(start)) {
            fields.note("end_date", "must not be before start_date");
        } else if (!end.isBefore(start.plusYears(MAX_YEARS))) {
            fields.note("end_date", "must be less than " + MAX_YEARS + " years after start_date");
        }
    }

    /** The same filter on other days. */
    CallFilter during(DayWindow window) {
        return new CallFilter(window.start(), window.end(), statuses, search, source, tracker, directions);
    }

    /** Whether CTM applies all of it by itself. */
    boolean isKnownToCtm() {
        return statuses.isEmpty() && (source == null || isId(source));
    }

    /** What CTM is asked for. Statuses are not: its filter is unreliable, and its words are not the platform's. */
    CallSearch asSearch() {
        String sourceId = source != null && isId(source) ? source : null;
        return new CallSearch(startDate, endDate, directions, search, sourceId, tracker, 1, READ_SIZE, null, List.of());
    }

    /** A source's integer id, or its opaque one: three capitals and capital hexadecimal digits. */
    private static boolean isId(String source) {
        return source.matches("\\d+|[A-Z]{3}[0-9A-F]{16,}");
    }

    /** Whether a row is what was asked for. CTM ignores what it does not know, so that each row is looked at. */
    boolean accepts(Call call) {
        return call.id() != null
                && call.isPhoneCall()
                && (directions.equals(DIRECTIONS) || directions.contains(String.valueOf(call.direction())))
                && (statuses.isEmpty() || statuses.contains(call.status()))
                && (source == null || call.isFromSource(source))
                && (tracker == null || call.isToTracker(tracker))
                && isWithin(call.localDay());
    }

    private boolean isWithin(@Nullable String day) {
        if (day == null) {
            return true;
        }
        boolean early = startDate != null && day.compareTo(startDate.toString()) < 0;
        boolean late = endDate != null && day.compareTo(endDate.toString()) > 0;
        return !early && !late;
    }
}
