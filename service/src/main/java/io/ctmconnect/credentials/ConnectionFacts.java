package io.ctmconnect.credentials;

import io.ctmconnect.credentials.LifeStore.Life;
import io.ctmconnect.outbox.Fact;
import io.ctmconnect.outbox.FactKeeper;
import io.ctmconnect.outbox.Outbox;
import io.ctmconnect.outbox.Task;
import jakarta.inject.Singleton;
import org.bson.types.ObjectId;

import java.util.Optional;

/** Tells whether a connect or disconnect happened, and finishes a disconnect that did. */
@Singleton
class ConnectionFacts implements FactKeeper {
    private final LifeStore lives;
    private final FenceStore fences;
    private final DisconnectRest rest;
    private final Outbox outbox;

    ConnectionFacts(LifeStore lives, FenceStore fences, DisconnectRest rest, Outbox outbox) {
        this.lives = lives;
        this.fences = fences;
        this.rest = rest;
        this.outbox = outbox;
    }

    @Override
    public String kind() {
        return IntegrationNotice.KIND;
    }

    @Override
    public int version() {
        return IntegrationNotice.VERSION;
    }

    @Override
    public Fact ask(Task task) {
        ObjectId id = IntegrationNotice.of(task).connection();
        long version = IntegrationNotice.versionOf(task);
        Optional<Life> life = lives.look(id);
        Optional<LifeMark> mark = markOf(task, life);
        if (mark.isPresent()) {
            rest.finish(id, mark.get());
            return Fact.HAPPENED;
        }
        return isPast(life, version) || fences.fence(id, life, version) ? Fact.NEVER : Fact.NOT_YET;
    }

    @Override
    public void forget(Task task) {
        lives.takeOff(IntegrationNotice.of(task).connection(), IntegrationNotice.versionOf(task));
    }

    /**
     * The turn's change was refused. Its notice is dropped if nobody else can have made or make that turn; else it is left
     * to whoever made it, or to the worker. (Two requests that have seen the same connection hold the same row.)
     */
    void refused(Task task) {
        Optional<Life> life = lives.look(IntegrationNotice.of(task).connection());
        boolean mine = life.isEmpty();
        if (mine || (markOf(task, life).isEmpty() && isPast(life, IntegrationNotice.versionOf(task)))) {
            outbox.drop(task.id());
        }
    }

    private static Optional<LifeMark> markOf(Task task, Optional<Life> life) {
        return life.flatMap(seen -> seen.mark(IntegrationNotice.versionOf(task)))
                .filter(mark -> mark.turn().type() == IntegrationNotice.of(task).type());
    }

    private static boolean isPast(Optional<Life> life, long version) {
        return life.filter(seen -> seen.version() >= version).isPresent();
    }
}
