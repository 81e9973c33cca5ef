package io.ctmconnect.sandbox.behaviour;

import java.util.concurrent.atomic.AtomicReference;

/** The behaviour in force, which a control route may change at any moment. */
public final class Switches {

    private final Behaviour initial;
    private final AtomicReference<Behaviour> current;

    /** Begins with, and resets to, a given behaviour. */
    public Switches(Behaviour initial) {
        this.initial = initial;
        this.current = new AtomicReference<>(initial);
    }

    /** The behaviour now. */
    public Behaviour now() {
        return current.get();
    }

    /** Replaces the behaviour. */
    public void set(Behaviour behaviour) {
        current.set(behaviour);
    }

    /** Returns to the behaviour at start. */
    public void reset() {
        current.set(initial);
    }
}
