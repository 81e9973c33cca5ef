package io.ctmconnect.secrets;

import io.ctmconnect.secrets.SecretBox.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Two services on one file, each a {@link SecretBox}. */
class FollowedKeysetTest {
    private static final Place PLACE = new Place("keys", "6655a1f0c2d3e4f5a6b7c8d9", "password");
    private static final Secret SECRET = Secret.of("correct horse battery staple");

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

    private void rotate() throws IOException {
        file.change(keyset -> KeyRotation.promoted(KeyRotation.prepared(keyset)));
    }

    @Test
    void aReplacedFileIsUsedAtOnce() throws IOException {
        SecretBox following = SecretBox.following(file);
        SecretBox old = SecretBox.of(file.read());
        String before = following.seal(SECRET, PLACE);

        rotate();

        assertThat(old.opens(following.seal(SECRET, PLACE), PLACE)).isFalse();
        assertThat(following.opens(before, PLACE)).isTrue();
        file.change(KeyRotation::pruned);
        assertThat(following.opens(before, PLACE)).isFalse();
    }

    @Test
    void whatOneHasSealedTheOtherOpensDuringRotations() throws Exception {
        SecretBox writer = SecretBox.following(file);
        SecretBox reader = SecretBox.following(file);
        AtomicBoolean done = new AtomicBoolean();
        Callable<Long> reading = () -> {
            long opened = 0;
            while (!done.get()) {
                assertThat(reader.open(writer.seal(SECRET, PLACE), PLACE)).isEqualTo(SECRET);
                opened++;
            }
            return opened;
        };
        try (var executor = Executors.newFixedThreadPool(2)) {
            var one = executor.submit(reading);
            var other = executor.submit(reading);
            for (int rotation = 0; rotation < 20; rotation++) {
                rotate();
            }
            done.set(true);
            assertThat(one.get() + other.get()).isPositive();
        }
        SecretBox latest = SecretBox.of(KeyRotation.primaryAlone(file.read()));
        assertThat(latest.opens(writer.seal(SECRET, PLACE), PLACE)).isTrue();
    }

    @Test
    void aFileThatIsGoneOrBrokenChangesNothing() throws IOException {
        SecretBox following = SecretBox.following(file);
        String keyset = Files.readString(file.path());
        String sealed = following.seal(SECRET, PLACE);

        Files.delete(file.path());
        assertThat(following.open(sealed, PLACE)).isEqualTo(SECRET);
        Files.writeString(file.path(), "not a keyset");
        assertThat(following.open(sealed, PLACE)).isEqualTo(SECRET);
        Files.writeString(file.path(), keyset);
        rotate();

        assertThat(SecretBox.of(file.read()).opens(following.seal(SECRET, PLACE), PLACE))
                .isTrue();
        assertThat(SecretBox.of(Keysets.read(keyset)).opens(following.seal(SECRET, PLACE), PLACE))
                .isFalse();
    }

    @Test
    void itNeedsAKeysetToBeginWith() throws IOException {
        Files.writeString(file.path(), "not a keyset");

        assertThatThrownBy(() -> SecretBox.following(file)).isInstanceOf(IllegalArgumentException.class);
    }
}
