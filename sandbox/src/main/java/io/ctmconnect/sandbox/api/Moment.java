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
 * What a filter date stands for: a whole day, a minute or a second.
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
        try {
            if (text.length() < DATE_LENGTH) {
                return Optional.empty();
            }
            return Optional.of(timed && text.length() > DATE_LENGTH ? time(text, zone) : day(text, zone));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Moment day(String text, ZoneId zone) {
        LocalDate day = LocalDate.parse(text.substring(0, DATE_LENGTH));
        return new Moment(day.atStartOfDay(zone), day.plusDays(1).atStartOfDay(zone));
    }

    private static Moment time(String text, ZoneId zone) {
        ZonedDateTime begins = LocalDateTime.parse(text, WITH_TIME).atZone(zone);
        boolean toTheSecond = text.length() > MINUTE_LENGTH && Character.isDigit(text.charAt(text.length() - 1));
        return new Moment(begins, toTheSecond ? begins.plusSeconds(1) : begins.plusMinutes(1));
    }
}
