package io.ctmconnect.calls;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class DayWindowTest {
    @Property
    void slicesAreAllDaysOnceTheNewestFirst(
            @ForAll @IntRange(min = 1, max = 800) int length, @ForAll @IntRange(max = 900) int wanted) {
        LocalDate start = LocalDate.of(2025, 1, 1);
        DayWindow window = new DayWindow(start, start.plusDays(length - 1L));

        List<DayWindow> slices = window.slices(wanted);

        assertThat(slices).hasSize(Math.max(1, Math.min(length, wanted)));
        assertThat(slices.reversed().stream().flatMap(DayWindow::days))
                .containsExactlyElementsOf(window.days().toList());
        List<Long> lengths = slices.stream()
                .map(DayWindow::length)
                .sorted(Comparator.naturalOrder())
                .toList();
        assertThat(lengths.getLast() - lengths.getFirst()).isLessThanOrEqualTo(1);
    }
}
