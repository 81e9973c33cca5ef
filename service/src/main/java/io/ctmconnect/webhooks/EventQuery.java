package io.ctmconnect.webhooks;

import io.ctmconnect.http.Fields;
import io.ctmconnect.http.PageRequest;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The query of the list of events.
 *
 * @param status or null for all
 * @param callId CTM's, or null for all
 * @param startDate the first day (UTC) on which they were received, or null
 * @param endDate the last one, or null
 */
record EventQuery(
        PageRequest page,
        @Nullable EventStatus status,
        @Nullable String callId,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate) {
    private static final List<EventStatus> OF_ACCOUNTS = List.of(
            EventStatus.PENDING, EventStatus.PROCESSED, EventStatus.IGNORED, EventStatus.PARKED, EventStatus.REJECTED);

    static EventQuery of(MultivaluedMap<String, String> query) {
        Fields fields = Fields.of(query);
        Optional<EventStatus> status = fields.choice(
                "status",
                Optional.empty(),
                OF_ACCOUNTS.stream().map(Optional::of).toList(),
                choice -> choice.map(EventStatus::wire).orElse(""));
        EventQuery read = new EventQuery(
                PageRequest.of(fields),
                status.orElse(null),
                fields.optional("call_id"),
                fields.day("start_date"),
                fields.day("end_date"));
        fields.check();
        return read;
    }
}
