package io.ctmconnect.notifications;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTest {
    @ParameterizedTest
    @CsvSource({
        "0,PT0S",
        "' 2 ',PT2S",
        "86400,P1D",
        "999999999,P1D",
        "'Tue, 31 Mar 2026 12:00:30 GMT',PT30S",
        "'Tue, 31 Mar 2026 11:00:00 GMT',PT0S",
        "'Fri, 31 Mar 2028 12:00:00 GMT',P1D"
    })
    void secondsAndDatesAreObeyedUpToADay(String header, Duration wait) {
        assertThat(RetryAfter.of(header, MovableClock.START)).contains(wait);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999", "2026-03-31T12:00:30Z"})
    void anythingElseIsNoWish(@Nullable String header) {
        assertThat(RetryAfter.of(header, MovableClock.START)).isEmpty();
    }

    @Property
    void anyHeaderIsAWaitWithinTheBoundsOrNone(@ForAll String header) {
        RetryAfter.of(header, MovableClock.START)
                .ifPresent(wait -> assertThat(wait).isBetween(Duration.ZERO, RetryAfter.LONGEST));
    }
}
