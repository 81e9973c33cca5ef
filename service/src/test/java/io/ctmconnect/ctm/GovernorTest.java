package io.ctmconnect.ctm;

import io.ctmconnect.ctm.CtmException.RateLimited;
import io.ctmconnect.ctm.CtmException.TimedOut;
import io.ctmconnect.ctm.CtmException.Unavailable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class GovernorTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Lane ONE = new Lane("c", "482913");
    private static final Lane OTHER_ACCOUNT = new Lane("c", "482914");
    private static final Lane OTHER_CONNECTION = new Lane("other", "482913");

    private final HandTicker time = new HandTicker();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private Governor governor(int perSecond) {
        return new Governor(settings(perSecond), meters, time);
    }

    private static CtmSettings settings(int perSecond) {
        return Clients.settings(URI.create("http://localhost"), TIMEOUT, perSecond);
    }

    private static Ticket now(Governor governor, Lane lane) {
        return governor.pass(Endpoint.CALL, lane, Duration.ZERO);
    }

    private static void fail(Governor governor, Endpoint endpoint, Lane lane) {
        for (int i = 0; i < Breaker.FAILURES; i++) {
            governor.pass(endpoint, lane, Duration.ZERO).end(new Ending.Failed());
        }
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    @Test
    void connectionsDoNotSpendEachOthersBudget() {
        Governor governor = governor(1);
        now(governor, ONE);

        assertThatExceptionOfType(RateLimited.class).isThrownBy(() -> now(governor, ONE));
        assertThatExceptionOfType(RateLimited.class).isThrownBy(() -> now(governor, OTHER_ACCOUNT));
        assertThatCode(() -> now(governor, OTHER_CONNECTION)).doesNotThrowAnyException();
    }

    @Test
    void aRefusalSaysWhenToTryAgainAndIsCounted() {
        Governor governor = governor(1);
        now(governor, ONE);

        assertThatExceptionOfType(RateLimited.class)
                .isThrownBy(() -> now(governor, ONE))
                .satisfies(refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
        assertThat(meters.counter("ctm.refusals", "reason", "wait_too_long").count())
                .isEqualTo(1);
    }

    @Test
    void anOpenBreakerSaysWhenItIsAskedAgainAndCostsNobodyElse() {
        Governor governor = governor(100);
        fail(governor, Endpoint.CALL, ONE);

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> now(governor, ONE))
                .satisfies(refusal -> assertThat(refusal.retryAfter()).hasValue(TIMEOUT));
        assertThatCode(() -> now(governor, OTHER_ACCOUNT)).doesNotThrowAnyException();
        assertThatCode(() -> now(governor, OTHER_CONNECTION)).doesNotThrowAnyException();
    }

    @Test
    void recordingsAndLoginsThatFailShutNothingElse() {
        Governor governor = governor(100);
        fail(governor, Endpoint.RECORDING, ONE);
        fail(governor, Endpoint.LOGIN, new Lane("c", ""));

        assertThatCode(() -> now(governor, ONE)).doesNotThrowAnyException();
        assertThatCode(() -> governor.pass(Endpoint.ACCOUNTS, new Lane("c", ""), Duration.ZERO))
                .doesNotThrowAnyException();
    }

    @Test
    void idleConnectionsAreForgotten() {
        Governor governor = governor(100);
        fail(governor, Endpoint.CALL, ONE);
        now(governor, OTHER_CONNECTION).end(new Ending.Limited(Duration.ZERO));
        assertThat(gauge("ctm.breakers.open")).isEqualTo(1);
        assertThat(gauge("ctm.connections.slowed")).isEqualTo(1);

        time.pass(Governor.FORGOTTEN_AFTER);

        assertThat(gauge("ctm.breakers.open")).isZero();
        assertThat(gauge("ctm.connections.slowed")).isZero();
    }

    @Test
    void whoCanWaitIsServed() {
        Governor governor = new Governor(settings(20), meters);
        for (int i = 0; i < 100; i++) {
            governor.pass(Endpoint.CALL, ONE, Duration.ofMinutes(1));
        }

        assertThat(meters.timer("ctm.waits").count()).isPositive();
    }

    @Test
    void manyWhoWaitAtOnceAreAllServed() {
        Governor governor = new Governor(settings(50), meters);
        var all = new CompletableFuture<?>[80];
        for (int i = 0; i < all.length; i++) {
            Lane lane = new Lane("c", "account " + i % 3);
            all[i] = CompletableFuture.runAsync(
                    () -> governor.pass(Endpoint.CALL, lane, Duration.ofMinutes(1)),
                    task -> Thread.ofVirtual().start(task));
        }

        await().atMost(Duration.ofMinutes(1))
                .until(() -> CompletableFuture.allOf(all).isDone());
        assertThat(all).noneMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(gauge("ctm.waiting")).isZero();
    }

    @Test
    void aShutBreakerWakesWhoWaitsForIt() {
        Governor governor = governor(Breaker.FAILURES);
        Ticket[] sent = new Ticket[Breaker.FAILURES];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = now(governor, ONE);
        }
        var waiting = CompletableFuture.supplyAsync(
                () -> governor.pass(Endpoint.CALL, ONE, Duration.ofMinutes(5)),
                task -> Thread.ofVirtual().start(task));
        await().until(() -> gauge("ctm.waiting") == 1);

        for (Ticket ticket : sent) {
            ticket.end(new Ending.Failed());
        }

        await().until(waiting::isCompletedExceptionally);
        assertThat(waiting.exceptionNow()).isInstanceOf(Unavailable.class);
    }

    @Test
    void whoIsInterruptedLeavesItsPlace() throws InterruptedException {
        Governor governor = governor(1);
        now(governor, ONE);
        var failure = new CompletableFuture<Throwable>();
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                governor.pass(Endpoint.CALL, ONE, Duration.ofMinutes(5));
            } catch (CtmException e) {
                failure.complete(e);
            }
        });
        await().until(() -> gauge("ctm.waiting") == 1);

        waiting.interrupt();
        waiting.join();

        assertThat(failure).isCompletedWithValueMatching(TimedOut.class::isInstance);
        assertThat(gauge("ctm.waiting")).isZero();
    }
}
