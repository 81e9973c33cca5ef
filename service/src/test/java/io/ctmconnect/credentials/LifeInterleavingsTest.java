package io.ctmconnect.credentials;

import io.ctmconnect.auth.Caller;
import io.ctmconnect.outbox.TestOutbox;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several processes act on one account at once, in every order of their database operations, and die between them. The
 * account's state is legal at every moment, and settled in the end.
 */
@SuppressWarnings("NullAway.Init")
class LifeInterleavingsTest {
    private static LifeWorld world;

    @BeforeContainer
    static void open() throws IOException {
        world = new LifeWorld(Files.createTempDirectory("life"));
    }

    @AfterContainer
    static void close() {
        world.close();
    }

    enum Act {
        CONNECT,
        DISCONNECT,
        DISCONNECT_GLOBALLY,
        CONFIGURE,
        SETTLE;

        void in(Instance process, Caller caller) {
            switch (this) {
                case CONNECT -> process.connect(caller);
                case DISCONNECT -> process.disconnect(caller, false);
                case DISCONNECT_GLOBALLY -> process.disconnect(caller, true);
                case CONFIGURE -> process.configure(caller, process.connect(caller));
                case SETTLE -> {
                    world.pass(TestOutbox.PATIENCE);
                    process.settleHeldRows();
                }
            }
        }
    }

    /** The actor at the front does a step, or dies, or another comes to the front. */
    enum Move {
        STEP,
        NEXT,
        DIE
    }

    /**
     * One run.
     *
     * @param connected whether the account is connected and configured in the beginning
     * @param campaigns how many active ones it has in the beginning
     * @param acts each of a process of its own, all begun at once
     */
    record Play(boolean connected, int campaigns, List<Act> acts, List<Move> moves) {
        boolean configures() {
            return acts.contains(Act.CONFIGURE);
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void theStateIsLegalAtEveryMomentAndSettledInTheEnd(@ForAll("plays") Play play) {
        Caller caller = LifeWorld.newCaller();
        if (play.connected()) {
            world.healthy.configure(caller, world.healthy.connect(caller));
        }
        for (int i = 0; i < play.campaigns(); i++) {
            world.addCampaign(caller);
        }
        List<Actor> actors = play.acts().stream()
                .map(act -> new Actor(world, process -> act.in(process, caller)))
                .toList();
        run(caller, new ArrayList<>(actors), play);

        world.settle();
        Account after = Account.of(world, caller);
        after.assertSettled();
        if (!play.configures() || !play.moves().contains(Move.DIE)) {
            after.assertNoConfigWithoutConnection();
        }
        if (after.turns().stream().anyMatch(mark -> mark.turn() == Turn.GLOBAL)) {
            assertThat(after.activeCampaigns()).isZero();
        }
    }

    private static void run(Caller caller, List<Actor> actors, Play play) {
        for (Move move : play.moves()) {
            actors.removeIf(actor -> !actor.isAlive());
            if (actors.isEmpty()) {
                return;
            }
            switch (move) {
                case STEP -> actors.getFirst().step();
                case NEXT -> actors.addLast(actors.removeFirst());
                case DIE -> actors.getFirst().die();
            }
            Account present = Account.of(world, caller);
            present.assertLegal();
            if (!play.configures()) {
                present.assertConfigsGoFirst();
            }
        }
        actors.stream().filter(Actor::isAlive).forEach(LifeInterleavingsTest::finish);
    }

    private static void finish(Actor actor) {
        while (actor.isAlive()) {
            actor.step();
        }
    }

    @Provide
    Arbitrary<Play> plays() {
        Arbitrary<List<Move>> moves = Arbitraries.frequency(
                        Tuple.of(12, Move.STEP), Tuple.of(6, Move.NEXT), Tuple.of(1, Move.DIE))
                .list()
                .ofMinSize(10)
                .ofMaxSize(80);
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(Act.class).list().ofMinSize(2).ofMaxSize(5),
                        moves)
                .as(Play::new);
    }
}
