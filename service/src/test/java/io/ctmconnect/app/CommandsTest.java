package io.ctmconnect.app;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommandsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "serve --help",
                "demo --help",
                "token --help",
                "keys --help",
                "keys generate --help",
                "keys rotate --help",
                "keys reencrypt --help",
                "keys prune --help",
                "outbox --help",
                "outbox list --help",
                "outbox show --help",
                "outbox release --help"
            })
    void everyCommandExplainsItself(String command) {
        Run run = Run.of(command.split(" "));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("Usage: ctm-connect " + command.replace("--help", "").strip());
        assertThat(run.err()).isEmpty();
    }

    @Test
    void helpListsTheCommands() {
        assertThat(Run.of("help").out()).contains("serve", "demo", "token", "keys", "outbox");
    }

    @Test
    void itsVersionIsTold() {
        assertThat(Run.of("--version"))
                .isEqualTo(new Run(0, "ctm-connect (not packaged)" + System.lineSeparator(), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown",
                "serve --fast",
                "keys xyz",
                "keys rotate --prepare --promote",
                "token",
                "outbox show",
                "outbox list --limit 0"
            })
    void whatIsNotUnderstoodIsRefusedWithTheUsage(String command) {
        Run run = Run.of(command.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Usage: ctm-connect");
    }

    @Test
    void keysNeedsToKnowWhatToDo() {
        Run run = Run.of("keys");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("Say what to do with the keys.")
                .contains("generate", "rotate", "reencrypt", "prune");
    }

    @Test
    void outboxNeedsToKnowWhatToDo() {
        Run run = Run.of("outbox");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("Say what to do with the outbox.").contains("list", "show", "release");
    }

    @ParameterizedTest
    @CsvSource({
        "--account x,--account must be 24 hexadecimal digits",
        "--account 6655a1f0c2d3e4f5a6b7c8d9 --parent 12,--parent must be 24 hexadecimal digits",
        "--account 6655a1f0c2d3e4f5a6b7c8d9 --ttl soon,Invalid value for option '--ttl'",
        "--parent 6655a1f0c2d3e4f5a6b7c8d9,Missing required option: '--account=ID'"
    })
    void aTokenNeedsSoundOptions(String options, String problem) {
        Run run = Run.of(("token " + options).split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(problem);
    }
}
