package io.ctmconnect.bench;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TableTest {
    @Test
    void figuresAreMarkdown() {
        Table table = new Table("calls", "time").row(5_000, Figures.seconds(Duration.ofMillis(1_234)));

        assertThat(table.toString().lines()).containsExactly("| calls | time |", "|---|---|", "| 5000 | 1.23 s |");
    }

    @Test
    void aRowIsAsWideAsTheHead() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Table("calls").row(1, 2));
    }

    @Test
    void figuresHaveTheirUnits() {
        long fifty = 50L << 20;

        assertThat(Figures.mebibytes(fifty)).isEqualTo("50.0 MiB");
        assertThat(Figures.throughput(fifty, Duration.ofMillis(500))).isEqualTo("100 MiB/s");
        assertThat(Figures.ratio(1, 3)).isEqualTo("0.33");
        assertThat(Figures.median(List.of(Duration.ofSeconds(9), Duration.ofSeconds(1), Duration.ofSeconds(2))))
                .isEqualTo(Duration.ofSeconds(2));
    }
}
