package io.ctmconnect.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private final Process process;
    private final Path directory;
    private final int port;

    private ServiceProcess(Process process, Path directory, int port) {
        this.process = process;
        this.directory = directory;
        this.port = port;
    }

    static ServiceProcess start(ServiceOptions options, URI ctm, int requestsPerSecond)
            throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("ctm-connect-bench");
        Path log = directory.resolve("service.log");
        ProcessBuilder builder =
                new ProcessBuilder(command(options)).redirectErrorStream(true).redirectOutput(log.toFile());
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
                        ctm.toString(),
                        "CTM_REQUESTS_PER_SECOND",
                        String.valueOf(requestsPerSecond)));
        builder.environment().keySet().removeAll(List.of("MONGODB_URI", "ENCRYPTION_KEYSET"));
        Process process = builder.start();
        return new ServiceProcess(process, directory, awaitPort(process, log));
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

    private static int awaitPort(Process process, Path log) throws IOException, InterruptedException {
        for (int looks = 0; looks < PATIENCE_SECONDS * 1000 / LOOK_EVERY_MILLIS; looks++) {
            Matcher listening = LISTENING.matcher(Files.readString(log));
            if (listening.find()) {
                return Integer.parseInt(listening.group(1));
            }
            if (process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        process.destroyForcibly();
        throw new IOException("the service did not start: " + Files.readString(log));
    }

    long id() {
        return process.pid();
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
