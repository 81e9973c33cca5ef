package io.ctmconnect.ctm;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RequestBudgetsTest {
    private static final Duration MOMENT = Duration.ofNanos(1);

    private static RequestBudgets budgets(int perSecond) {
        return new RequestBudgets(Clients.settings(URI.create("http://localhost"), Duration.ofSeconds(1), perSecond));
    }

    private static void spendUntilRefused(RequestBudgets budgets, String connection) {
        assertThatExceptionOfType(CtmException.RateLimited.class).isThrownBy(() -> {
            for (int i = 0; i < 10_000; i++) {
                budgets.spend(connection, MOMENT);
            }
        });
    }

    @Test
    void aFullBudgetIsSpentAtOnce() {
        RequestBudgets budgets = budgets(8);

        assertThatCode(() -> {
                    for (int i = 0; i < 8; i++) {
                        budgets.spend("c", MOMENT);
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aSpentBudgetRefusesWhoCannotWait() {
        spendUntilRefused(budgets(1), "c");
    }

    @Test
    void aSpentBudgetServesWhoCanWait() {
        RequestBudgets budgets = budgets(20);
        spendUntilRefused(budgets, "c");

        assertThatCode(() -> budgets.spend("c", Duration.ofMinutes(1))).doesNotThrowAnyException();
    }

    @Test
    void connectionsDoNotSpendEachOthersBudget() {
        RequestBudgets budgets = budgets(1);
        spendUntilRefused(budgets, "one");

        assertThatCode(() -> budgets.spend("other", MOMENT)).doesNotThrowAnyException();
    }

    @Test
    void aRefusalSaysWhenToTryAgain() {
        RequestBudgets budgets = budgets(1);

        assertThatExceptionOfType(CtmException.RateLimited.class)
                .isThrownBy(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        budgets.spend("c", MOMENT);
                    }
                })
                .satisfies(refusal -> assertThat(refusal.retryAfter()).isPositive());
    }

    @Test
    void whoHasNoTimeLeftStillTakesWhatIsThere() {
        assertThatCode(() -> budgets(1).spend("c", Duration.ZERO)).doesNotThrowAnyException();
    }

    @Test
    void whoHasNoTimeLeftIsRefusedLikeAnyOther() {
        RequestBudgets budgets = budgets(1);
        spendUntilRefused(budgets, "c");

        assertThatExceptionOfType(CtmException.RateLimited.class).isThrownBy(() -> {
            for (int i = 0; i < 10_000; i++) {
                budgets.spend("c", Duration.ZERO);
            }
        });
    }
}
