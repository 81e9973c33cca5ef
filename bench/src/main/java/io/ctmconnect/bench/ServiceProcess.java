package io.ctmconnect.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Starts and ends the service's process. Its data and its log are in a temporary folder. */
final class ServiceProcess implements AutoCloseable {
    static final String JWT_SECRET = "secret-of-the-load-driver-0123456789";

    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
    private static final int PATIENCE_SECONDS = 60;
    private static final int LOOK_EVERY_MILLIS = 50;

    private final ProcessBuilder builder;
    private final Path directory;
    private Process process;
    private Path log;
    private volatile int port;
    private boolean kept;

    private ServiceProcess(ProcessBuilder builder, Path directory) throws IOException {
        this.builder = builder;
        this.directory = directory;
        log = newLog();
        process = launch();
    }

    /**
     * How it is set up.
     *
     * @param more of its environment
     * @param core the only core that it runs on; -1 for all
     */
    record Setting(URI ctm, int requestsPerSecond, Map<String, String> more, int core) {
        /** What is measured is reading from CTM: nothing is remembered. */
        static Setting of(URI ctm, int requestsPerSecond) {
            return new Setting(ctm, requestsPerSecond, Map.of("CALLS_CACHE_TTL", "0"), -1);
        }
    }

    static ServiceProcess start(ServiceOptions options, Setting setting) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("ctm-connect-bench");
        List<String> command = setting.core < 0 ? command(options) : Pinned.command(setting.core, command(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "PORT",
                        "0",
                        "QUARKUS_HTTP_HOST",
                        "127.0.0.1",
                        "JWT_SECRET",
                        JWT_SECRET,
                        "DATA_DIR",
                        directory.resolve("data").toString(),
                        "CTM_API_BASE_URL",
                        setting.ctm.toString(),
                        "CTM_REQUESTS_PER_SECOND",
                        String.valueOf(setting.requestsPerSecond)));
        builder.environment().putAll(Map.of("RECONCILIATION_PERIOD", "0", "HISTORY_MONTHS", "0"));
        builder.environment().putAll(setting.more);
        builder.environment().keySet().removeAll(List.of("MONGODB_URI", "ENCRYPTION_KEYSET"));
        ServiceProcess started = new ServiceProcess(builder, directory);
        started.awaitPort();
        return started;
    }

    private static List<String> command(ServiceOptions options) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + options.heap() + "m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                options.jar().toString(),
                "serve");
    }

    private Path newLog() throws IOException {
        return Files.createTempFile(directory, "service", ".log");
    }

    private Process launch() throws IOException {
        return builder.redirectOutput(log.toFile()).start();
    }

    private void awaitPort() throws IOException, InterruptedException {
        for (int looks = 0; looks < PATIENCE_SECONDS * 1000 / LOOK_EVERY_MILLIS; looks++) {
            Matcher listening = LISTENING.matcher(Files.readString(log));
            if (listening.find()) {
                port = Integer.parseInt(listening.group(1));
                return;
            }
            if (process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        process.destroyForcibly();
        throw new IOException("the service did not start: " + Files.readString(log));
    }

    /** {@code kill -9}; returns when it is dead. */
    void kill() {
        end(process.destroyForcibly());
    }

    /** Starts it on the same data after a {@link #kill}, and kills it before it has come far. */
    void startAndKill(Duration after) throws IOException, InterruptedException {
        log = newLog();
        process = launch();
        process.waitFor(after);
        kill();
    }

    /** Starts it on the same data after a {@link #kill}; its port is another one. */
    void startAgain() throws IOException, InterruptedException {
        log = newLog();
        process = launch();
        awaitPort();
    }

    long id() {
        return process.pid();
    }

    /** The service notes the port of its embedded database beside the data. */
    String store() throws IOException {
        String noted = Files.readString(directory.resolve("data/embedded-mongodb.port"))
                .strip();
        return "mongodb://127.0.0.1:" + noted + "/?directConnection=true&retryWrites=false";
    }

    int port() {
        return port;
    }

    /** Has {@link #close} leave its data and its logs; answers where. */
    Path keep() {
        kept = true;
        return directory;
    }

    private static void end(Process ending) {
        ending.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        process.destroy();
        end(process);
        if (!kept) {
            delete();
        }
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
