package io.ctmconnect.bench;

import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WrkTest {
    private static final String OUTPUT = """
            Running 6s test @ http://127.0.0.1:7005/calls
              1 threads and 32 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency   107.77ms   20.12ms   1.50s    90.00%
                Req/Sec   285.01     10.00   310.00     70.00%
              Latency Distribution
                 50%  950.00us
                 75%  110.00ms
                 90%  150.00ms
                 99%    1.16s
              1714 requests in 6.01s, 17.50MB read
            """;

    @Test
    void ratesAndTimesAreRead() {
        assertThat(Wrk.read(OUTPUT + "Requests/sec:    285.01\nTransfer/sec:      2.90MB\n"))
                .isEqualTo(new Wrk(285.01, Duration.ofNanos(950_000), Duration.ofMillis(1160), 0));
    }

    @Test
    void whatFailedIsCounted() {
        assertThat(Wrk.read(OUTPUT
                                + "  Socket errors: connect 1, read 2, write 0, timeout 3\n"
                                + "  Non-2xx or 3xx responses: 1499\nRequests/sec: 1\n")
                        .failures())
                .isEqualTo(1505);
    }

    @Test
    void whatIsNoReportIsRefused() {
        assertThatThrownBy(() -> Wrk.read("unable to connect")).hasMessageContaining("unable to connect");
    }
}
