package io.ctmconnect.notifications;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After}: seconds or an HTTP date. */
final class RetryAfter {
    /** More than this is taken for a mistake and cut. */
    static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** The wait that it asks for, from now on; empty when it is missing or cannot be read. */
    static Optional<Duration> of(@Nullable String header, Instant now) {
        if (header == null) {
            return Optional.empty();
        }
        String text = header.strip();
        return (text.matches("\\d{1,9}") ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : untilDate(text, now))
                .map(RetryAfter::bounded);
    }

    private static Optional<Duration> untilDate(String date, Instant now) {
        try {
            return Optional.of(Duration.between(now, ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)));
        } catch (DateTimeException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
