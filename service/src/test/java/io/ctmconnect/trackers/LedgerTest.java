package io.ctmconnect.trackers;

import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import io.ctmconnect.http.Standing;
import io.ctmconnect.idempotency.Steps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LedgerTest {
    private static final Deed.Creation INTENT = new Deed.Creation("Radio", Set.of(), null);
    private static final Deed.Creation DONE = new Deed.Creation("Radio", Set.of(), "TSO1");

    private final Ledger ledger = new Ledger(Steps.unkept());

    private void failingWith(ErrorCode code) {
        failingWith(ApiException.of(code));
    }

    private void failingWith(ApiException failure) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> ledger.step(
                        INTENT,
                        () -> {
                            assertThat(ledger.deeds()).containsExactly(INTENT);
                            throw failure;
                        },
                        _ -> DONE));
    }

    @Test
    void aStepIsNotedBeforeAndAfterIt() {
        String answer = ledger.step(
                INTENT,
                () -> {
                    assertThat(ledger.standings()).extracting(Standing::state).containsExactly("unknown");
                    return "answer";
                },
                _ -> DONE);

        assertThat(answer).isEqualTo("answer");
        assertThat(ledger.deeds()).containsExactly(DONE);
        assertThat(ledger.standings()).extracting(Standing::state).containsExactly("created");
    }

    @ParameterizedTest
    @EnumSource(names = {"CTM_REJECTED", "NOT_FOUND", "CTM_RATE_LIMITED", "TOKEN_INVALIDATED", "RECORD_NOT_FOUND"})
    void whatCtmRefusesWasNotDone(ErrorCode code) {
        failingWith(code);

        assertThat(ledger.deeds()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"CTM_REJECTED", "NOT_FOUND", "CTM_RATE_LIMITED", "TOKEN_INVALIDATED", "RECORD_NOT_FOUND"})
    void anythingElseMayHaveBeenDone(ErrorCode code) {
        failingWith(code);

        assertThat(ledger.deeds()).containsExactly(INTENT);
    }

    @Test
    void aRequestThatCtmGaveUpWaitingForMayHaveBeenDone() {
        failingWith(ApiException.of(ErrorCode.CTM_REJECTED).withStatus(408));

        assertThat(ledger.deeds()).containsExactly(INTENT);
    }
}
