package io.ctmconnect.callstore;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class CallVersionTest {
    private static final CallVersion BEGUN = new CallVersion(false, 1_000, "a");
    private static final CallVersion ENDED = new CallVersion(true, 2_000, "b");

    @Test
    void anEndSaysMoreThanABeginningThatWasIndexedLater() {
        assertThat(ENDED).isGreaterThan(BEGUN).isGreaterThan(new CallVersion(false, 9_000, "c"));
    }

    @Test
    void ofTwoEndsTheOneThatWasIndexedLaterSaysMore() {
        assertThat(new CallVersion(true, 2_001, "a")).isGreaterThan(ENDED);
        assertThat(new CallVersion(false, 1_001, "a")).isGreaterThan(BEGUN);
    }

    @Test
    void theDigestDecidesBetweenEqualsSoThatNoOrderMatters() {
        CallVersion other = new CallVersion(true, 2_000, "c");

        assertThat(List.of(other, ENDED).stream().sorted()).containsExactly(ENDED, other);
        assertThat(ENDED).isEqualByComparingTo(new CallVersion(true, 2_000, "b"));
    }
}
