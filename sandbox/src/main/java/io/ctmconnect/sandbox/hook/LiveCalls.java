package io.ctmconnect.sandbox.hook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.seed.CallFactory;
import io.ctmconnect.sandbox.world.Account;
import io.ctmconnect.sandbox.world.Activity;
import io.ctmconnect.sandbox.world.World;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Lets calls come in: each rings, which fires {@code start}, and ends after a while, which fires {@code end}. */
public final class LiveCalls {

    private static final List<String> OF_THE_END = List.of(
            "duration",
            "talk_time",
            "ring_time",
            "hold_time",
            "wait_time",
            "audio",
            "billed_amount",
            "billed_at",
            "transcription",
            "transcription_text",
            "summary",
            "sale",
            "custom_fields",
            "legs",
            "transfers",
            "duration_period");

    private final CallFactory factory;
    private final Hooks hooks;
    private final Clock clock;

    /** Calls of a factory, told by hooks. */
    public LiveCalls(CallFactory factory, Hooks hooks, Clock clock) {
        this.factory = factory;
        this.hooks = hooks;
        this.clock = clock;
    }

    /**
     * Lets a call ring, and answers its id at once.
     *
     * @param fields shape the finished call, as when it is placed
     * @param length until it ends
     */
    public long ring(World world, Account account, ObjectNode fields, Duration length) {
        Activity placed = factory.place(world, account, fields);
        ObjectNode ended = placed.row();
        ObjectNode ringing = stamped(ended).put("call_status", "ringing").put("dial_status", "ringing");
        ringing.put("status", "ringing");
        ringing.remove(OF_THE_END);
        world.log(account).change(placed.id(), row -> ringing);
        hooks.fire(world, account, "start", ringing);
        Thread.ofVirtual().start(() -> end(world, account, ended, length));
        return placed.id();
    }

    private void end(World world, Account account, ObjectNode ended, Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        ObjectNode stamped = stamped(ended);
        world.log(account).change(ended.path("id").asLong(), row -> stamped);
        hooks.fire(world, account, "end", stamped);
    }

    private ObjectNode stamped(ObjectNode row) {
        Instant now = clock.instant();
        return row.deepCopy().put("indexed_at", now.toEpochMilli() / 1000.0);
    }
}
