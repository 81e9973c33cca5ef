package io.ctmconnect.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server in a Java process of its own, which can be killed. */
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final String firstLine;

    private ServerProcess(Process process, String firstLine) {
        this.process = process;
        this.firstLine = firstLine;
    }

    static ServerProcess start(boolean bare, Path directory) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ServerProcess.class.getName()));
        command.addAll(List.of(Boolean.toString(bare), directory.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("errors.log").toFile()))
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new ServerProcess(process, String.valueOf(output.readLine()));
    }

    /** The connection string, or the message of the error that kept the server from starting. */
    String firstLine() {
        return firstLine;
    }

    /** Whether it runs, and if not, how it ended. */
    String state() {
        return process.toString();
    }

    /** Kills it as {@code kill -9} does and returns when it is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    /** The program: serves until it is killed, or until its parent is gone. */
    public static void main(String[] arguments) throws IOException {
        try (TestServer server = TestServer.start(Boolean.parseBoolean(arguments[0]), Path.of(arguments[1]))) {
            System.out.println(server.connectionString());
            System.in.read();
        } catch (EmbeddedMongoException e) {
            System.out.println(e.getMessage());
        }
    }
}
