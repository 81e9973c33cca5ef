package io.ctmconnect.callstore;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class HistoryTest {
    /** Reading takes a while: today is another day when it goes on. */
    @Property(tries = 50)
    void everyDayIsReadOnceTheNewestFirst(
            @ForAll @IntRange(min = 1, max = 30) int months,
            @ForAll @IntRange(min = 0, max = 800) int offset,
            @ForAll @IntRange(min = 1, max = 40) int daysADay) {
        LocalDate begun = LocalDate.of(2025, 1, 1).plusDays(offset);
        List<LocalDate> read = new ArrayList<>();
        History history = History.UNREAD;
        while (!history.isComplete()) {
            LocalDate today = begun.plusDays(read.size() / daysADay);
            LocalDate day = history.next(today);
            read.add(day);
            history = history.read(day, months, 2, day.getDayOfMonth() != 1);
        }

        assertThat(read)
                .containsExactlyElementsOf(begun.minusMonths(months)
                        .datesUntil(begun.plusDays(1))
                        .toList()
                        .reversed());
        assertThat(history.calls()).isEqualTo(2L * read.size());
        assertThat(history.unsureDays()).isEqualTo((int)
                read.stream().filter(day -> day.getDayOfMonth() == 1).count());
        assertThat(history.from()).isEqualTo(begun.minusMonths(months));
    }

    @Test
    void nothingIsCompleteBeforeItHasBegun() {
        assertThat(History.UNREAD.isComplete()).isFalse();
    }
}
