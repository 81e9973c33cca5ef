package io.ctmconnect.sandbox.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/**
 * What a filter date stands for: a whole day, a minute or a second. A time that cannot be read counts as its day.
 *
 * @param begins its first moment
 * @param ends the moment right behind it
 */
record Moment(ZonedDateTime begins, ZonedDateTime ends) {

    private static final int DATE_LENGTH = "2026-03-17".length();
    private static final int MINUTE_LENGTH = "2026-03-17T09:42".length();
    private static final DateTimeFormatter WITH_TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("uuuu-MM-dd['T'][ ][hh:mm a][HH:mm[:ss]]")
            .toFormatter(Locale.ROOT);

    static Optional<Moment> read(String text, ZoneId zone, boolean timed) {
        Optional<Moment> time = timed && text.length() > DATE_LENGTH ? time(text, zone) : Optional.empty();
        return time.or(() -> day(text, zone));
    }

    private static Optional<Moment> day(String text, ZoneId zone) {
        try {
            LocalDate day = LocalDate.parse(text.substring(0, Math.min(text.length(), DATE_LENGTH)));
            return Optional.of(
                    new Moment(day.atStartOfDay(zone), day.plusDays(1).atStartOfDay(zone)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Moment> time(String text, ZoneId zone) {
        try {
            ZonedDateTime begins = LocalDateTime.parse(text, WITH_TIME).atZone(zone);
            boolean toTheSecond = text.length() > MINUTE_LENGTH && Character.isDigit(text.charAt(text.length() - 1));
            return Optional.of(new Moment(begins, toTheSecond ? begins.plusSeconds(1) : begins.plusMinutes(1)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
