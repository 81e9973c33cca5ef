package io.ctmconnect.credentials;

import io.ctmconnect.auth.Caller;
import io.ctmconnect.credentials.LifeInterleavingsTest.Act;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that sleep between two operations of their database while others act; on the embedded store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class SlowRequestsTest {
    private LifeWorld world;
    private Caller caller;

    @BeforeAll
    void open(@TempDir Path directory) {
        world = new LifeWorld(directory);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @BeforeEach
    void newCaller() {
        caller = LifeWorld.newCaller();
    }

    private Account account() {
        return Account.of(world, caller);
    }

    private Actor begin(Act act, Predicate<Account> until) {
        Actor actor = new Actor(world, process -> act.in(process, caller));
        while (!until.test(account())) {
            actor.step();
        }
        return actor;
    }

    private Actor beginUntilItsNoticeIsHeld(Act act) {
        return begin(act, present -> present.rows().stream().anyMatch(row -> "held".equals(row.get("state"))));
    }

    private Account afterTheEndOf(Actor actor) {
        while (actor.isAlive()) {
            actor.step();
        }
        world.settle();
        Account after = account();
        after.assertSettled();
        after.assertNoConfigWithoutConnection();
        return after;
    }

    @Test
    void aFirstConnectThatOthersOvertakeRevivesTheirConnection() {
        Actor slow = beginUntilItsNoticeIsHeld(Act.CONNECT);
        ObjectId first = world.healthy.connect(caller).id();
        world.healthy.disconnect(caller, false);

        Account after = afterTheEndOf(slow);

        assertThat(after.keys())
                .singleElement()
                .extracting(key -> key.get("_id"))
                .isEqualTo(first);
        assertThat(after.turns()).extracting(LifeMark::turn).containsExactly(Turn.ADDED, Turn.DELETED, Turn.ADDED);
    }

    @Test
    void aFirstConnectThatIsTakenForDeadConnectsWithAnotherId() {
        Actor slow = beginUntilItsNoticeIsHeld(Act.CONNECT);
        world.settle();
        assertThat(account().rows()).extracting(row -> row.get("state")).containsExactly("dropped");
        ObjectId taken = idOfNotice();

        Account after = afterTheEndOf(slow);

        assertThat(after.turns()).hasSize(1);
        assertThat(after.keys())
                .singleElement()
                .extracting(key -> key.get("_id"))
                .isNotEqualTo(taken);
    }

    @Test
    void nobodySeesATakenIdAndItIsForgotten() {
        beginUntilItsNoticeIsHeld(Act.CONNECT).die();
        world.settle();
        ObjectId taken = idOfNotice();
        assertThat(world.takenIds()).contains(taken);
        assertThat(world.keys().find(taken)).isEmpty();
        assertThat(world.keys().findEvenDeleted(taken)).isEmpty();

        world.pass(Duration.ofDays(1));
        newCaller();
        beginUntilItsNoticeIsHeld(Act.CONNECT).die();
        world.settle();

        assertThat(world.takenIds()).contains(idOfNotice()).doesNotContain(taken);
    }

    private ObjectId idOfNotice() {
        return account().rows().getFirst().get("payload", Document.class).getObjectId("connection");
    }

    @Test
    void aDisconnectThatIsTakenForDeadIsToldOnce() {
        world.healthy.configure(caller, world.healthy.connect(caller));
        Actor slow = beginUntilItsNoticeIsHeld(Act.DISCONNECT);
        world.settle();

        Account after = afterTheEndOf(slow);

        assertThat(after.isConnected()).isFalse();
        assertThat(after.turns()).extracting(LifeMark::turn).containsExactly(Turn.ADDED, Turn.DELETED);
        assertThat(after.rows()).extracting(row -> row.get("state")).containsOnlyOnce("dropped");
    }

    @Test
    void aDisconnectThatOthersOvertakeIsNotToldOf() {
        world.healthy.connect(caller);
        Actor slow = beginUntilItsNoticeIsHeld(Act.DISCONNECT);
        world.healthy.disconnect(caller, true);

        Account after = afterTheEndOf(slow);

        assertThat(after.turns()).extracting(LifeMark::turn).containsExactly(Turn.ADDED, Turn.GLOBAL);
    }

    @Test
    void aConfigThatIsSavedAfterADisconnectIsNotLeft() {
        world.healthy.connect(caller);
        Actor slow = new Actor(world, process -> Act.CONFIGURE.in(process, caller));
        slow.step();
        slow.step();
        world.healthy.disconnect(caller, false);
        slow.step();
        assertThat(account().configs()).as("it has looked, and saves").hasSize(1);

        afterTheEndOf(slow);
    }

    @Test
    void aGlobalDisconnectThatAConnectOvertakesLeavesWhatBelongsToThat() {
        world.healthy.configure(caller, world.healthy.connect(caller));
        world.addCampaign(caller);
        Actor slow = begin(Act.DISCONNECT_GLOBALLY, present -> !present.isConnected());
        Connection again = world.healthy.connect(caller);
        assertThat(account().activeCampaigns())
                .as("the connect has finished the disconnect")
                .isZero();
        world.healthy.configure(caller, again);
        world.addCampaign(caller);

        Account after = afterTheEndOf(slow);

        assertThat(after.isConnected()).isTrue();
        assertThat(after.configs()).hasSize(1);
        assertThat(after.activeCampaigns()).isEqualTo(1);
    }
}
