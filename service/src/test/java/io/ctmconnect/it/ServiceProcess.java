package io.ctmconnect.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.awaitility.Awaitility.await;

/** The packaged service in a process of its own, with an environment of its own. */
final class ServiceProcess implements AutoCloseable {
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path log;
    private final int port;

    private ServiceProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts it and waits until it listens; its output stands in a file of the directory. */
    static ServiceProcess start(Map<String, String> environment, Path directory, String... command) {
        Path log = newLog(directory);
        Process process = launch(environment, log, command);
        Matcher listening = awaitOutput(process, log, LISTENING);
        return new ServiceProcess(process, log, Integer.parseInt(listening.group(1)));
    }

    /** Runs it to its end, for starts that must fail and for commands. */
    static Ended run(Map<String, String> environment, Path directory, String... command) {
        Path log = newLog(directory);
        Process process = launch(environment, log, command);
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("it runs on and on: " + read(log));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new Ended(process.exitValue(), read(log));
    }

    /** Starts a command and ends it by {@code kill -9} as soon as its output has this. */
    static void killed(Map<String, String> environment, Path directory, Pattern when, String... command) {
        Path log = newLog(directory);
        Process process = launch(environment, log, command);
        awaitOutput(process, log, when);
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    record Ended(int exitCode, String output) {}

    private static Path newLog(Path directory) {
        try {
            Files.createDirectories(directory);
            return Files.createTempFile(directory, "service", ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(Map<String, String> environment, Path log, String... command) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                environment.getOrDefault("JAVA_OPTS", "-Xmx512m"),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                JAR.toAbsolutePath().toString()));
        line.addAll(List.of(command));
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
        Map<String, String> kept = new HashMap<>(environment);
        Stream.of("PATH", "HOME", "LANG")
                .forEach(name -> kept.putIfAbsent(name, System.getenv().getOrDefault(name, "")));
        builder.environment().clear();
        builder.environment().putAll(kept);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Matcher awaitOutput(Process process, Path log, Pattern wanted) {
        await().atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !process.isAlive() || wanted.matcher(read(log)).find());
        Matcher matcher = wanted.matcher(read(log));
        if (!matcher.find()) {
            throw new AssertionError("it ended with " + process.exitValue() + ": " + read(log));
        }
        return matcher;
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port that was free a moment ago. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    int port() {
        return port;
    }

    String output() {
        return read(log);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** {@code kill -9}. */
    void kill() {
        awaitEnd(process.destroyForcibly());
    }

    /** SIGTERM, without waiting. */
    void terminate() {
        process.destroy();
    }

    /** Waits for the end. */
    int awaitEnd() {
        awaitEnd(process);
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd(process);
    }

    private void awaitEnd(Process ending) {
        try {
            if (!ending.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                ending.destroyForcibly();
                throw new AssertionError("it does not end: " + output());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
