package io.ctmconnect.secrets;

import com.google.crypto.tink.KeysetHandle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeysetFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private KeysetFile file;

    @BeforeEach
    void write() throws IOException {
        file = new KeysetFile(directory.resolve("keyset.json"));
        Files.writeString(file.path(), Keysets.generate());
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private List<Path> all() throws IOException {
        try (var files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    @Test
    void aChangeKeepsTheKeysetBeforeBesideIt() throws IOException {
        KeysetHandle before = file.read();

        Path backup = file.change(KeyRotation::prepared);

        assertThat(file.read().size()).isEqualTo(2);
        assertThat(Keysets.readFrom(backup.toString()).equalsKeyset(before)).isTrue();
        assertThat(backup.getFileName().toString()).matches("keyset\\.json\\.before-\\d{8}T\\d{6}\\.\\d{3}Z");
        assertThat(all()).containsExactly(file.path(), backup);
    }

    @Test
    void bothAreReadableByTheirOwnerOnly() throws IOException {
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r--r--"));

        Path backup = file.change(KeyRotation::prepared);

        assertThat(permissions(file.path())).isEqualTo("rw-------");
        assertThat(permissions(backup)).isEqualTo("rw-------");
    }

    @Test
    void aChangeThatFailsLeavesEverythingAsItIs() throws IOException {
        String before = Files.readString(file.path());

        assertThatThrownBy(() -> file.change(KeyRotation::promoted)).isInstanceOf(IllegalArgumentException.class);

        assertThat(file.path()).hasContent(before);
        assertThat(all()).containsExactly(file.path());
    }

    @Test
    void behindALinkTheFileItselfIsReplaced() throws IOException {
        KeysetFile link = new KeysetFile(directory.resolve("link"));
        Files.createSymbolicLink(link.path(), file.path());

        link.change(KeyRotation::prepared);

        assertThat(link.path()).isSymbolicLink();
        assertThat(file.read().size()).isEqualTo(2);
    }

    @Test
    void whatIsHeldIsNotChanged() throws IOException {
        try (KeysetFile.Hold hold = file.hold()) {
            assertThatThrownBy(() -> file.change(KeyRotation::prepared)).isInstanceOf(KeysetFile.InUseException.class);
            assertThat(hold.keyset().size()).isEqualTo(1);
        }

        file.change(KeyRotation::prepared);
        assertThat(file.read().size()).isEqualTo(2);
    }

    @Test
    void ofChangesAtTheSameTimeNoneIsLost() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = executor.submit(() -> file.change(keyset -> {
                started.countDown();
                awaitQuietly(second);
                return KeyRotation.prepared(keyset);
            }));
            started.await();
            assertThatThrownBy(() -> file.change(KeyRotation::prepared)).isInstanceOf(KeysetFile.InUseException.class);
            second.countDown();
            slow.get();
        }

        assertThat(file.read().size()).isEqualTo(2);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
