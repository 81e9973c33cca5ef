package io.ctmconnect.credentials;

import io.ctmconnect.auth.Caller;
import io.ctmconnect.mongo.StoreUnavailableException;
import io.ctmconnect.outbox.Outbox;
import io.ctmconnect.outbox.Task;
import jakarta.inject.Singleton;
import org.bson.types.ObjectId;
import org.jboss.logging.Logger;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes a turn in a connection's life so that it is told of exactly when it happens, wherever the process dies: the notice is
 * held, then comes the turn, then what is left of it, then the notice is released.
 */
@Singleton
class Turns {
    private static final Logger LOG = Logger.getLogger(Turns.class);

    private final Outbox outbox;
    private final ConnectionFacts facts;
    private final LifeStore lives;
    private final DisconnectRest rest;

    Turns(Outbox outbox, ConnectionFacts facts, LifeStore lives, DisconnectRest rest) {
        this.outbox = outbox;
        this.facts = facts;
        this.lives = lives;
        this.rest = rest;
    }

    /**
     * Makes one turn.
     *
     * @param mark what the change leaves on the connection
     * @param change the atomic change; empty when the connection is not as it was seen
     * @return what the change answers
     */
    Optional<Connection> make(
            Caller caller, ObjectId connection, LifeMark mark, Supplier<Optional<Connection>> change) {
        Task task = new IntegrationNotice(mark.turn().type(), caller.account(), connection, mark.at(), caller.user())
                .task(mark.version());
        outbox.hold(task);
        Optional<Connection> changed = change.get();
        if (changed.isPresent()) {
            rest.finish(connection, mark);
            release(task);
        } else {
            facts.refused(task);
        }
        return changed;
    }

    /**
     * Finishes a disconnect that another request has begun and perhaps not finished, so that what comes next comes after
     * it.
     */
    void finishDisconnect(Connection ended) {
        lives.look(ended.id()).stream()
                .flatMap(life -> life.marks().stream())
                .filter(mark -> mark.turn() != Turn.ADDED)
                .filter(mark ->
                        outbox.isHeld(IntegrationNotice.taskId(mark.turn().type(), ended.id(), mark.version())))
                .forEach(mark -> rest.finish(ended.id(), mark));
    }

    /** The turn is made, whatever becomes of its notice now: the worker finds it. */
    private void release(Task task) {
        try {
            outbox.release(task);
        } catch (StoreUnavailableException e) {
            LOG.warn("a notice was not released and is left to the outbox' worker", e);
        }
    }
}
