package io.ctmconnect.sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SecretFileTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        Path file = folder.resolve("new").resolve("secret.json");

        SecretFile.write(file, "one");
        SecretFile.write(file, "two");

        assertThat(file).hasContent("two");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files.toList()).isEqualTo(List.of(file));
        }
    }

    @Test
    void aFolderInItsPlaceIsTold() {
        assertThatThrownBy(() -> SecretFile.write(folder, "x"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot write");
    }
}
