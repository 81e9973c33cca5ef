package io.ctmconnect.it;

import io.ctmconnect.it.Api.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** How the console's files are served, and what they must not hold. */
class ConsoleFilesIT {
    private static final World WORLD = World.shared();
    private static final Path FOLDER = Path.of("src/main/resources/console");
    private static final int MAX_BYTES = 300_000;

    @Test
    void everyFileIsServedUnderAStrictPolicy() {
        for (Path file : files()) {
            Reply reply = WORLD.api().getRoot("/console/" + FOLDER.relativize(file));

            assertThat(reply.status()).as(file.toString()).isEqualTo(200);
            assertThat(reply.text()).isEqualTo(text(file));
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                    .contains("require-trusted-types-for 'script'")
                    .doesNotContain("unsafe");
        }
        assertThat(WORLD.api().getRoot("/console/").text()).isEqualTo(text(FOLDER.resolve("index.html")));
        assertThat(WORLD.api().getRoot("/console").header("Location")).isEqualTo("console/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/nothing.js",
                "/console/js",
                "/console/js/",
                "/console/%2e%2e/application.properties",
                "/console/..%2fapplication.properties",
                "/console//etc/passwd",
                "/consoles",
            })
    void whatIsNoFileHasTheEnvelope(String path) {
        Reply reply = WORLD.api().getRoot(path);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void anUnchangedFileIsNotSentAgain() {
        String tag = WORLD.api().getRoot("/console/js/app.js").header("ETag");

        Reply again = WORLD.api()
                .send(WORLD.api()
                        .request("/console/js/app.js")
                        .header("If-None-Match", tag)
                        .GET());

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
    }

    @Test
    void switchedOffThereIsNone() {
        Map<String, String> environment = new HashMap<>(WORLD.environmentWithoutStore());
        environment.put("CONSOLE_ENABLED", "false");
        try (ServiceProcess service = ServiceProcess.start(environment, WORLD.directory, "serve")) {
            Api api = Api.of(service.uri());

            assertThat(api.getRoot("/console/").code()).isEqualTo("NOT_FOUND");
            assertThat(api.getRoot("/console").code()).isEqualTo("NOT_FOUND");
            assertThat(api.getRoot("/console/js/app.js").code()).isEqualTo("NOT_FOUND");
        }
    }

    @Test
    void allOfItTogetherIsSmall() {
        assertThat(files().stream().mapToInt(file -> text(file).length()).sum()).isLessThan(MAX_BYTES);
    }

    @Test
    void noScriptMakesMarkupOfText() {
        assertThat(files()).filteredOn(file -> file.toString().endsWith(".js")).allSatisfy(file -> {
            assertThat(text(file))
                    .startsWith("// ")
                    .doesNotContainPattern(
                            "(?i)(inner|outer|adjacent)HTML|document\\.write|\\beval\\(|new Function|srcdoc")
                    .doesNotContainPattern("https?://(?!www\\.w3\\.org)");
            assertThat(text(file).lines()).as(file.toString()).hasSizeLessThan(150);
        });
    }

    @Test
    void thePageHasNoInlineScriptOrStyle() {
        assertThat(text(FOLDER.resolve("index.html")))
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContainPattern("<style|\\sstyle=|\\son\\w+=|https?://");
    }

    @Test
    void whatThePageNamesIsThere() {
        assertThat(Pattern.compile(" (?:href|src)=\"([^\"#]+)\"")
                        .matcher(text(FOLDER.resolve("index.html")))
                        .results()
                        .map(named -> FOLDER.resolve(named.group(1))))
                .hasSizeGreaterThan(10)
                .isSubsetOf(files());
    }

    private static List<Path> files() {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
