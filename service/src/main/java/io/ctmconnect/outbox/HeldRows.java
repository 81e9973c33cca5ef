package io.ctmconnect.outbox;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.time.InstantSource;
import java.util.List;

/** Asks for the facts of rows that have been held for too long. */
@Singleton
class HeldRows {
    private static final Logger LOG = Logger.getLogger(HeldRows.class);
    private static final int AT_ONCE = 64;

    private final OutboxStore store;
    private final Outbox outbox;
    private final List<FactKeeper> keepers;
    private final InstantSource clock;

    HeldRows(OutboxStore store, Outbox outbox, @All List<FactKeeper> keepers, InstantSource clock) {
        this.store = store;
        this.outbox = outbox;
        this.keepers = keepers;
        this.clock = clock;
    }

    /** Settles each held row that is due. Several processes may do so at once. */
    void settle() {
        for (FactKeeper keeper : keepers) {
            store.due(TaskState.HELD, List.of(Kind.of(keeper)), clock.instant(), AT_ONCE)
                    .forEach(id -> store.find(id).ifPresent(row -> settle(row, keeper)));
        }
    }

    private void settle(OutboxRow row, FactKeeper keeper) {
        try (TaskLog log = TaskLog.about(row)) {
            Fact fact = keeper.ask(row.task());
            log.fact(fact);
            LOG.info("a held task was settled");
            switch (fact) {
                case HAPPENED -> outbox.release(row.task());
                case NEVER -> outbox.drop(row.task().id());
                case NOT_YET -> store.change(row.heldOn(clock.instant()));
            }
        } catch (RuntimeException e) {
            LOG.warn("a held task's fact could not be asked for", e);
            store.change(row.heldOn(clock.instant()));
        }
    }
}
