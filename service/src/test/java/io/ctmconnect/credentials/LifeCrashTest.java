package io.ctmconnect.credentials;

import io.ctmconnect.auth.Caller;
import io.ctmconnect.http.ApiErrors;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.mongo.Killed;
import io.ctmconnect.outbox.TestOutbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

/** A process dies before each operation of its database in turn, reads and writes alike; on the embedded store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class LifeCrashTest {
    private LifeWorld world;

    @BeforeAll
    void open(@TempDir Path directory) {
        world = new LifeWorld(directory);
    }

    @AfterAll
    void close() {
        world.close();
    }

    /** What an account does. */
    enum Scenario {
        CONNECT,
        REVIVE,
        DISCONNECT,
        DISCONNECT_WITH_CAMPAIGNS,
        DISCONNECT_GLOBALLY;

        boolean disconnects() {
            return this != CONNECT && this != REVIVE;
        }

        void prepare(LifeWorld world, Caller caller) {
            if (this != CONNECT) {
                world.healthy.configure(caller, world.healthy.connect(caller));
            }
            if (this == REVIVE) {
                world.healthy.disconnect(caller, false);
            }
            if (this == DISCONNECT_WITH_CAMPAIGNS || this == DISCONNECT_GLOBALLY) {
                world.addCampaign(caller);
                world.addCampaign(caller);
            }
        }

        void call(Instance process, Caller caller) {
            if (disconnects()) {
                process.disconnect(caller, this == DISCONNECT_GLOBALLY);
            } else {
                process.connect(caller);
            }
        }
    }

    /** What comes after the death. */
    enum Then {
        NOTHING,
        THE_SAME_CALL_AGAIN,
        A_CONNECT;

        void happen(LifeWorld world, Scenario scenario, Caller caller) {
            try {
                switch (this) {
                    case NOTHING -> {}
                    case THE_SAME_CALL_AGAIN -> scenario.call(world.healthy, caller);
                    case A_CONNECT -> world.healthy.connect(caller);
                }
            } catch (ApiException e) {
                assertThat(ApiErrors.body(e).code()).isEqualTo("RECORD_NOT_FOUND");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereverItDiesEveryNoticeIsOfWhatHappened(Scenario scenario) {
        for (Then then : Then.values()) {
            int deaths = 0;
            while (dies(scenario, deaths, then)) {
                deaths++;
            }
            assertThat(deaths).as("points at which it died").isGreaterThan(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWorkerThatDiesWhileItSettlesLeavesTheRestToTheNext(Scenario scenario) {
        int fact = operationsUntilTheFact(scenario);
        int deaths = 0;
        while (workerDies(scenario, fact, deaths)) {
            deaths++;
        }
        assertThat(deaths).as("points at which the worker died").isGreaterThan(4);
    }

    /** How many operations it takes until the turn has happened, and nothing that comes after it. */
    private int operationsUntilTheFact(Scenario scenario) {
        for (int operations = 0; ; operations++) {
            Caller caller = LifeWorld.newCaller();
            scenario.prepare(world, caller);
            List<LifeMark> before = Account.of(world, caller).turns();
            isKilledBefore(operations, process -> scenario.call(process, caller));
            if (!Account.of(world, caller).turns().equals(before)) {
                return operations;
            }
        }
    }

    private boolean workerDies(Scenario scenario, int fact, int operation) {
        world.settle();
        Caller caller = LifeWorld.newCaller();
        scenario.prepare(world, caller);
        isKilledBefore(fact, process -> scenario.call(process, caller));
        world.pass(TestOutbox.PATIENCE);
        boolean died = isKilledBefore(operation, Instance::settleHeldRows);

        assertLegal(caller);
        world.settle();

        Account after = Account.of(world, caller);
        after.assertSettled();
        after.assertNoConfigWithoutConnection();
        assertWanted(scenario, Then.NOTHING, after);
        return died;
    }

    /** Whether it dies before this operation, and has not ended before. */
    private boolean dies(Scenario scenario, int operation, Then then) {
        Caller caller = LifeWorld.newCaller();
        scenario.prepare(world, caller);
        Account before = Account.of(world, caller);
        boolean died = isKilledBefore(operation, process -> scenario.call(process, caller));

        assertLegal(caller);
        then.happen(world, scenario, caller);
        assertLegal(caller);
        world.settle();

        Account after = Account.of(world, caller);
        after.assertSettled();
        after.assertConfigsGoFirst();
        after.assertNoConfigWithoutConnection();
        if (then != Then.NOTHING || !died) {
            assertWanted(scenario, then, after);
        } else if (after.turns().equals(before.turns())) {
            assertThat(after.configs()).isEqualTo(before.configs());
            assertThat(after.campaigns()).isEqualTo(before.campaigns());
        } else {
            assertWanted(scenario, then, after);
        }
        return died;
    }

    private void assertLegal(Caller caller) {
        Account present = Account.of(world, caller);
        present.assertLegal();
        present.assertConfigsGoFirst();
    }

    private static void assertWanted(Scenario scenario, Then then, Account after) {
        boolean stays = !scenario.disconnects() || scenario == Scenario.DISCONNECT_WITH_CAMPAIGNS;
        assertThat(after.keys()).hasSize(1);
        assertThat(after.isConnected()).isEqualTo(stays || then == Then.A_CONNECT);
        if (scenario.disconnects() && !after.turns().stream().allMatch(mark -> mark.turn() == Turn.ADDED)) {
            assertThat(after.configs()).isEmpty();
            assertThat(after.activeCampaigns()).isEqualTo(scenario == Scenario.DISCONNECT_WITH_CAMPAIGNS ? 2 : 0);
        }
    }

    private interface Call {
        void make(Instance process);
    }

    private boolean isKilledBefore(int operation, Call call) {
        AtomicInteger operations = new AtomicInteger();
        try {
            call.make(world.instance(() -> {
                if (operations.getAndIncrement() >= operation) {
                    throw new Killed();
                }
            }));
            return false;
        } catch (Killed _) {
            return true;
        }
    }
}
