package io.ctmconnect.it;

import io.ctmconnect.it.ServiceProcess.Ended;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands that read the environment, each in a process with an environment of its own. */
class CommandIT {
    private static final World WORLD = World.shared();

    @Test
    void aTokenNeedsTheSecret() {
        Ended ended = run(Map.of(), "token", "--account", World.newAccount());

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.output().strip()).isEqualTo("JWT_SECRET must be set: the token is signed with it.");
    }

    @Test
    void aTokenThatIsPrintedLetsIn() {
        String account = World.newAccount();

        Ended ended = run(Map.of("JWT_SECRET", Tokens.SECRET), "token", "--account", account);

        assertThat(ended.exitCode()).isZero();
        assertThat(WORLD.api().as(ended.output().strip()).get("/auth").status()).isEqualTo(200);
    }

    @Test
    void itDoesNotServeWithABrokenConfiguration() {
        Ended ended = run(Map.of(), "serve");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.output())
                .startsWith("ctm-connect cannot start")
                .contains("  JWT_SECRET must be set")
                .contains("docs/configuration.md");
    }

    private static Ended run(Map<String, String> environment, String... command) {
        return ServiceProcess.run(environment, WORLD.directory, command);
    }
}
