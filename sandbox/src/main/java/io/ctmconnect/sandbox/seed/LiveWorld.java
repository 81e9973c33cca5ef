package io.ctmconnect.sandbox.seed;

import io.ctmconnect.sandbox.world.World;

import java.util.function.Supplier;

/** The world in use, which a reset replaces by a new one. */
public final class LiveWorld implements Supplier<World> {

    private final Seeder seeder;
    private volatile World world;

    /** Begins with a seeded world. */
    public LiveWorld(Seeder seeder) {
        this.seeder = seeder;
        this.world = seeder.world();
    }

    @Override
    public World get() {
        return world;
    }

    /** Begins again, as at the start. */
    public void reset() {
        world = seeder.world();
    }
}
