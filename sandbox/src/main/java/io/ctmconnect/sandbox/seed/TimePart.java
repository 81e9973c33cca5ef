package io.ctmconnect.sandbox.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** When it was and how long it took; texts, forms and chats have no lengths, calls in progress null ones. */
final class TimePart {

    private static final DateTimeFormatter CALLED_AT = DateTimeFormatter.ofPattern("uuuu-MM-dd hh:mm a xxx", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE", Locale.US);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.US);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("h a", Locale.US);

    private TimePart() {}

    static void write(ObjectNode row, Draft draft) {
        ZonedDateTime local = draft.at().atZone(draft.account().zone());
        long begins = draft.at().getEpochSecond();
        long ends = begins + draft.timing().duration();
        row.put("called_at", CALLED_AT.format(local))
                .put("unix_time", begins)
                .put("day", DAY.format(local))
                .put("month", MONTH.format(local))
                .put("hour", HOUR.format(local))
                .put("indexed_at", BigDecimal.valueOf(ends * 1_000 + 14_412, 3))
                .put("is_new_caller", true);
        if (draft.direction().spoken()) {
            lengths(row, draft);
            row.putObject("duration_period").put("gte", begins).put("lte", ends);
        }
    }

    private static void lengths(ObjectNode row, Draft draft) {
        Timing timing = draft.timing();
        if (draft.outcome().live()) {
            List.of("duration", "talk_time", "ring_time", "hold_time", "wait_time")
                    .forEach(row::putNull);
            return;
        }
        int wait = 1 + draft.dice().nextInt(9);
        int left = timing.talk() / 2;
        row.put("duration", timing.duration())
                .put("talk_time", timing.talk())
                .put("ring_time", timing.ring())
                .put("hold_time", timing.hold())
                .put("wait_time", draft.profile().waitsInMilliseconds() ? wait * 1_000 : wait)
                .put("left_talk_time", left)
                .put("right_talk_time", timing.talk() - left);
    }
}
