package io.ctmconnect.it;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests in the shared world; each of them begins and ends with the sandbox as it was seeded. */
abstract class InSharedWorld {
    static final World WORLD = World.shared();

    @BeforeEach
    @AfterEach
    void resetSandbox() {
        WORLD.control.reset();
    }
}
