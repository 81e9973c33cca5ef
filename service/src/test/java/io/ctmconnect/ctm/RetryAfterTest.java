package io.ctmconnect.ctm;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RetryAfterTest {
    private static final Duration DEFAULT = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static String date(Duration fromNow) {
        return ZonedDateTime.now(ZoneOffset.UTC).plus(fromNow).format(DateTimeFormatter.RFC_1123_DATE_TIME);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "' 30 ',30", "300,300", "301,300", "999999999,300"})
    void secondsAreObeyedUpToFiveMinutes(String header, int seconds) {
        assertThat(CtmAnswers.retryAfter(header)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void aDateIsObeyed() {
        assertThat(CtmAnswers.retryAfter(date(Duration.ofMinutes(4))))
                .isGreaterThan(DEFAULT)
                .isLessThanOrEqualTo(Duration.ofMinutes(4));
        assertThat(CtmAnswers.retryAfter(date(Duration.ofDays(400)))).isEqualTo(LONGEST);
    }

    @Test
    void aDateInThePastMeansNow() {
        assertThat(CtmAnswers.retryAfter(date(Duration.ofDays(-1)))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999", "Tue, 17 Mar", "2026-03-17T00:00:00Z"})
    void anythingElseMeansTheDefault(String header) {
        assertThat(CtmAnswers.retryAfter(header)).isEqualTo(DEFAULT);
    }

    @Test
    void noHeaderMeansTheDefault() {
        assertThat(CtmAnswers.retryAfter(null)).isEqualTo(DEFAULT);
    }

    @Property
    void anyHeaderMeansAWaitWithinTheBounds(@ForAll String header) {
        assertThat(CtmAnswers.retryAfter(header)).isBetween(Duration.ZERO, LONGEST);
    }

    @Test
    void http429CarriesTheWait() {
        CtmException.RateLimited limited = catchThrowableOfType(
                CtmException.RateLimited.class, () -> CtmAnswers.read(new CtmResponse(429, "7", new byte[0])));

        assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }
}
