package io.ctmconnect.ctm;

import io.ctmconnect.ctm.Refusal.Reason;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class TrafficTest {
    private static final Duration OPEN = Duration.ofSeconds(10);
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final String BUSY = "482913";
    private static final String QUIET = "482914";

    private final HandTicker time = new HandTicker();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private Traffic traffic(int perSecond) {
        return new Traffic(perSecond, OPEN, time, new GovernorMetrics(meters));
    }

    /** Without anything left to send. */
    private Traffic spent(int perSecond) {
        Traffic traffic = traffic(perSecond);
        while (traffic.ask("", "", Duration.ZERO).isGranted()) {
            // the next one
        }
        return traffic;
    }

    private static Ticket ask(Traffic traffic, String account) {
        return traffic.ask(account, account, PATIENT);
    }

    private static List<Ticket> ask(Traffic traffic, String account, int times) {
        return Stream.generate(() -> ask(traffic, account)).limit(times).toList();
    }

    private static Refusal refusal(Ticket ticket) {
        return Objects.requireNonNull(ticket.refusal());
    }

    private static void failing(Traffic traffic, String account) {
        for (int i = 0; i < Breaker.FAILURES; i++) {
            ask(traffic, account).end(new Ending.Failed());
        }
    }

    @Test
    void waitingRequestsGoOneByOneAsTheBudgetComes() {
        Traffic traffic = spent(4);
        List<Ticket> waiting = ask(traffic, BUSY, 3);

        for (int gone = 0; gone < 3; gone++) {
            assertThat(waiting.stream().filter(traffic::isWaiting)).hasSize(3 - gone);
            time.pass(Duration.ofMillis(250));
        }
        assertThat(waiting).noneMatch(traffic::isWaiting).allMatch(Ticket::isGranted);
    }

    @Test
    void anAccountWithManyDoesNotKeepAnotherWaiting() {
        Traffic traffic = spent(4);
        List<Ticket> many = ask(traffic, BUSY, 50);
        Ticket other = ask(traffic, QUIET);

        time.pass(Duration.ofMillis(500));

        assertThat(traffic.isWaiting(other)).isFalse();
        assertThat(many.stream().filter(Ticket::isGranted)).hasSize(1);
    }

    @Property
    void noAccountGoesTwiceWhileAnotherWaits(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 4) Integer> arrivals) {
        Traffic traffic = spent(10);
        List<Ticket> waiting = new ArrayList<>();
        arrivals.forEach(account -> waiting.add(ask(traffic, "account " + account)));
        List<Ticket> order = new ArrayList<>();

        while (order.size() < arrivals.size()) {
            time.pass(Duration.ofMillis(100));
            waiting.stream()
                    .filter(ticket -> !traffic.isWaiting(ticket) && !order.contains(ticket))
                    .toList()
                    .forEach(order::add);
        }

        for (int at = 1; at < order.size(); at++) {
            boolean isAgain = order.get(at).account().equals(order.get(at - 1).account());
            String account = order.get(at).account();
            assertThat(isAgain
                            && order.subList(at, order.size()).stream()
                                    .anyMatch(later -> !later.account().equals(account)))
                    .isFalse();
        }
    }

    @Test
    void whoComesAfterWaitingOnesDoesNotGoBeforeThem() {
        Traffic traffic = spent(4);
        Ticket first = ask(traffic, BUSY);
        time.pass(Duration.ofMillis(250));

        Ticket second = ask(traffic, BUSY);

        assertThat(first.isGranted()).isTrue();
        assertThat(second.isWaiting()).isTrue();
    }

    @Test
    void aTurnThatWouldComeTooLateIsRefusedAtOnceWithTheTimeOfTheTurn() {
        Traffic traffic = spent(2);
        ask(traffic, BUSY, 10);

        Ticket refused = traffic.ask(BUSY, BUSY, Duration.ofSeconds(5));

        assertThat(refusal(refused)).isEqualTo(new Refusal(Reason.WAIT_TOO_LONG, Duration.ofMillis(5500)));
        assertThat(traffic.waiting()).isEqualTo(10);
    }

    @Test
    void whenTooManyOfAnAccountWaitItIsRefusedAndOthersAreNot() {
        Traffic traffic = spent(1000);
        ask(traffic, BUSY, WaitingRoom.PLACES_OF_AN_ACCOUNT);

        assertThat(refusal(ask(traffic, BUSY)).reason()).isEqualTo(Reason.QUEUE_FULL);
        assertThat(ask(traffic, QUIET).isWaiting()).isTrue();
    }

    @Test
    void whenTooManyWaitInAllEverybodyIsRefused() {
        Traffic traffic = spent(1000);
        for (int i = 0; i < WaitingRoom.PLACES; i++) {
            ask(traffic, "account " + i);
        }

        assertThat(refusal(ask(traffic, QUIET)).reason()).isEqualTo(Reason.QUEUE_FULL);
        assertThat(traffic.waiting()).isEqualTo(WaitingRoom.PLACES);
    }

    @Test
    void aWaitThatCtmAsksForMeanwhileCanMakeAWaitVain() {
        Traffic traffic = traffic(1);
        Ticket sent = ask(traffic, QUIET);
        Ticket waiting = traffic.ask(BUSY, BUSY, Duration.ofSeconds(5));

        sent.end(new Ending.Limited(Duration.ofSeconds(60)));
        time.pass(Duration.ofSeconds(5));

        assertThat(traffic.isWaiting(waiting)).isFalse();
        assertThat(refusal(waiting)).isEqualTo(new Refusal(Reason.WAITED_IN_VAIN, Duration.ofSeconds(55)));
        assertThat(traffic.waiting()).isZero();
    }

    @Test
    void afterA429NobodyGoesUntilTheWaitIsOver() {
        Traffic traffic = traffic(8);
        ask(traffic, BUSY).end(new Ending.Limited(Duration.ofSeconds(7)));
        Ticket waiting = ask(traffic, QUIET);

        time.pass(Duration.ofSeconds(7).minusNanos(1));
        assertThat(traffic.isWaiting(waiting)).isTrue();
        time.pass(Duration.ofNanos(1));
        assertThat(traffic.isWaiting(waiting)).isFalse();
        assertThat(meters.counter("ctm.slowdowns").count()).isEqualTo(1);
    }

    @Test
    void aWaitLongerThanTheCallersIsPassedOnAtOnce() {
        Traffic traffic = traffic(8);
        ask(traffic, BUSY).end(new Ending.Limited(Duration.ofSeconds(77)));

        assertThat(refusal(ask(traffic, QUIET)).retryAfter()).isEqualTo(Duration.ofSeconds(77));
    }

    @Test
    void whatFailsAgainAndAgainIsNotAskedAndOtherAccountsAre() {
        Traffic traffic = traffic(100);
        failing(traffic, BUSY);

        assertThat(refusal(ask(traffic, BUSY))).isEqualTo(new Refusal(Reason.BREAKER_OPEN, OPEN));
        assertThat(ask(traffic, QUIET).isGranted()).isTrue();
        assertThat(traffic.openBreakers()).isEqualTo(1);
        assertThat(meters.counter("ctm.breakers.opened").count()).isEqualTo(1);
    }

    @Test
    void whoWaitsForWhatIsShutIsSentAwayAndOthersWaitOn() {
        Traffic traffic = traffic(Breaker.FAILURES);
        List<Ticket> sent = ask(traffic, BUSY, Breaker.FAILURES);
        List<Ticket> waiting = ask(traffic, BUSY, 5);
        Ticket other = ask(traffic, QUIET);

        sent.forEach(ticket -> ticket.end(new Ending.Failed()));

        assertThat(waiting)
                .allSatisfy(ticket -> assertThat(refusal(ticket).reason()).isEqualTo(Reason.BREAKER_OPEN));
        assertThat(other.isWaiting()).isTrue();
        assertThat(traffic.waiting()).isEqualTo(1);
    }

    @Test
    void oneTrialIsLetThroughAndItsAnswerLetsAllThrough() {
        Traffic traffic = traffic(100);
        failing(traffic, BUSY);
        time.pass(OPEN);

        Ticket trial = ask(traffic, BUSY);
        assertThat(trial.isGranted()).isTrue();
        assertThat(refusal(ask(traffic, BUSY)).reason()).isEqualTo(Reason.BREAKER_OPEN);
        trial.end(new Ending.Answered());

        assertThat(ask(traffic, BUSY, 3)).allMatch(Ticket::isGranted);
    }

    @Test
    void aTrialThatIsNotSentIsFollowedByAnother() {
        Traffic traffic = traffic(Breaker.FAILURES);
        failing(traffic, BUSY);
        time.pass(OPEN);
        ask(traffic, QUIET, Breaker.FAILURES);

        assertThat(refusal(traffic.ask(BUSY, BUSY, Duration.ZERO)).reason()).isEqualTo(Reason.WAIT_TOO_LONG);
        Ticket gone = ask(traffic, BUSY);
        traffic.leave(gone);

        assertThat(ask(traffic, BUSY).isWaiting()).isTrue();
    }

    @Test
    void aTrialThatIsInterruptedAsItGoesIsFollowedByAnother() {
        Traffic traffic = traffic(100);
        failing(traffic, BUSY);
        time.pass(OPEN);

        traffic.leave(ask(traffic, BUSY));

        assertThat(ask(traffic, BUSY).isGranted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusalsAndWhatTellsNothingNeverShut(boolean isLimited) {
        Traffic traffic = traffic(100);
        Ending ending = isLimited ? new Ending.Limited(Duration.ZERO) : new Ending.Unclear();
        for (int i = 0; i < 3 * Breaker.FAILURES; i++) {
            ask(traffic, BUSY).end(ending);
            time.pass(Duration.ofSeconds(2));
        }

        assertThat(ask(traffic, BUSY).isGranted()).isTrue();
    }

    @Test
    void onlyTheNextOneKeepsTheTime() {
        Traffic traffic = spent(4);
        Ticket next = ask(traffic, BUSY);
        Ticket later = ask(traffic, BUSY);

        assertThat(traffic.sleep(next)).isEqualTo(Duration.ofMillis(250).plusNanos(1));
        assertThat(traffic.sleep(later)).isEqualTo(PATIENT);
    }
}
