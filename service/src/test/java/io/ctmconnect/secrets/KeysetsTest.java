package io.ctmconnect.secrets;

import com.google.crypto.tink.KeysetHandle;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

class KeysetsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private Path file() {
        return directory.resolve("keyset.json");
    }

    private static List<Integer> ids(KeysetHandle keyset) {
        return IntStream.range(0, keyset.size())
                .mapToObj(keyset::getAt)
                .map(KeysetHandle.Entry::getId)
                .toList();
    }

    private List<String> namesInDirectory() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Test
    void aGeneratedKeysetHasOneAesGcmKeyAndDiffersEachTime() {
        String keyset = Keysets.generate();

        assertThat(Keysets.read(keyset).size()).isEqualTo(1);
        assertThat(keyset).startsWith("{").contains("AesGcmKey");
        assertThat(Keysets.generate()).isNotEqualTo(keyset);
    }

    @Test
    void aKeysetIsReadFromJsonOrAFile() throws IOException {
        String keyset = Keysets.generate();
        Files.writeString(file(), keyset);

        assertThat(ids(Keysets.read(file().toString()))).isEqualTo(ids(Keysets.read(keyset)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"primaryKeyId\":1}",
                "{\"key\":\"hunter2\"}",
                "{hunter2",
                "hunter2",
                "hunter2\u0000",
                "/"
            })
    void anythingElseIsRefusedWithoutEchoingIt(String value) {
        assertThatThrownBy(() -> Keysets.read(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("is n")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @Property(tries = 300)
    void noTextMakesAnotherException(@ForAll String text) {
        assertThat(catchThrowable(() -> Keysets.read("{" + text))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileWithoutAKeysetIsRefusedWithoutEchoingIt() throws IOException {
        Files.writeString(file(), "hunter2");

        assertThatThrownBy(() -> Keysets.read(file().toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void theDevelopmentKeysetIsMadeOnce() {
        KeysetHandle first = Keysets.ofDevelopment(directory).read();

        assertThat(ids(Keysets.ofDevelopment(directory).read())).isEqualTo(ids(first));
        assertThat(ids(Keysets.read(file().toString()))).isEqualTo(ids(first));
    }

    @Test
    void theDataDirectoryIsMadeWhenThereIsNone() {
        Path deep = directory.resolve("a").resolve("b");

        Keysets.ofDevelopment(deep);

        assertThat(deep.resolve("keyset.json")).isRegularFile();
    }

    @Test
    void onlyItsOwnerCanReadTheKeyset() throws IOException {
        Keysets.ofDevelopment(directory);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void nothingElseIsLeftInTheDirectory() throws IOException {
        Keysets.ofDevelopment(directory);
        assertThat(catchThrowable(() -> Keysets.writeNew(file(), "another"))).isNotNull();

        assertThat(namesInDirectory()).containsExactly("keyset.json");
    }

    @Test
    void aBrokenDevelopmentKeysetIsRefusedAndKept() throws IOException {
        Files.writeString(file(), "hunter2");

        assertThatThrownBy(() -> Keysets.ofDevelopment(directory).read()).isInstanceOf(IllegalArgumentException.class);
        assertThat(file()).hasContent("hunter2");
    }

    @Test
    void aKeysetNeverReplacesAFile() throws IOException {
        Files.writeString(file(), "precious");

        assertThatThrownBy(() -> Keysets.writeNew(file(), Keysets.generate()))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file()).hasContent("precious");
    }

    @Test
    void thoseWhoStartTogetherAgree() throws Exception {
        int starters = 8;
        CyclicBarrier barrier = new CyclicBarrier(starters);
        Callable<List<Integer>> start = () -> {
            barrier.await();
            return ids(Keysets.ofDevelopment(directory).read());
        };

        assertThat(atOnce(starters, start)).hasSize(starters).containsOnly(ids(Keysets.read(file().toString())));
    }

    private static <T> List<T> atOnce(int threads, Callable<T> task) throws InterruptedException, ExecutionException {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(Collections.nCopies(threads, task))) {
                results.add(future.get());
            }
            return results;
        }
    }
}
