package io.ctmconnect.app;

import io.ctmconnect.secrets.Keysets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import static org.assertj.core.api.Assertions.assertThat;

class KeysCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private Run generateTo(Path file) {
        return Run.of("keys", "generate", "--out", file.toString());
    }

    @Test
    void aKeysetIsPrinted() {
        Run run = Run.of("keys", "generate");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(Keysets.read(run.out()).size()).isEqualTo(1);
    }

    @Test
    void aKeysetIsWrittenToAFileThatOnlyItsOwnerReads() throws IOException {
        Path file = directory.resolve("keyset.json");

        Run run = generateTo(file);

        assertThat(run).isEqualTo(new Run(0, "", ""));
        assertThat(Keysets.read(file.toString()).size()).isEqualTo(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatExistsIsKept() throws IOException {
        Path file = directory.resolve("keyset.json");
        Files.writeString(file, "precious");

        Run run = generateTo(file);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("exists already; nothing was written");
        assertThat(file).hasContent("precious");
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidWithoutAStackTrace() {
        Run run = generateTo(directory.resolve("missing").resolve("keyset.json"));

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("missing").doesNotContain("\tat ");
    }
}
