package io.ctmconnect.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that runs on one core only, and listens on a port. */
final class Pinned implements AutoCloseable {
    private static final int LOOKS = 600;
    private static final int LOOK_EVERY_MILLIS = 50;

    private final Process process;

    private Pinned(Process process) {
        this.process = process;
    }

    /** The command, on a core. */
    static List<String> command(int core, List<String> command) {
        return Stream.concat(Stream.of("taskset", "--cpu-list", String.valueOf(core)), command.stream())
                .toList();
    }

    /** Starts it, and returns when it listens. */
    static Pinned start(int core, List<String> command, Path directory, Map<String, String> environment, int port)
            throws IOException, InterruptedException {
        File log = Files.createTempFile(directory, "process", ".log").toFile();
        ProcessBuilder builder = new ProcessBuilder(command(core, command))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment().putAll(environment);
        Pinned started = new Pinned(builder.start());
        for (int look = 0; look < LOOKS; look++) {
            if (listens(port)) {
                return started;
            }
            if (started.process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        started.close();
        throw new IOException(command.getFirst() + " did not start: " + Files.readString(log.toPath()));
    }

    /** Runs it to its end, and answers what it has printed. */
    static String output(int core, List<String> command) throws IOException {
        Process running = new ProcessBuilder(command(core, command))
                .redirectErrorStream(true)
                .start();
        try (InputStream out = running.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A port that is free just now. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
