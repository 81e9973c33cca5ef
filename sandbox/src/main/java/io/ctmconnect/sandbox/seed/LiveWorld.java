package io.ctmconnect.sandbox;

import io.ctmconnect.sandbox.seed.Seeder;
import io.ctmconnect.sandbox.world.World;

import java.util.function.Supplier;

/** The world in use, which a reset replaces by a new one. */
final class LiveWorld implements Supplier<World> {

    private final Seeder seeder;
    private volatile World world;

    LiveWorld(Seeder seeder) {
        this.seeder = seeder;
        this.world = seeder.world();
    }

    @Override
    public World get() {
        return world;
    }

    void reset() {
        world = seeder.world();
    }
}
