package io.ctmconnect.bench;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** Which service is measured, and in how much memory. */
final class ServiceOptions {
    @Option(
            names = "--service",
            defaultValue = "service/target/quarkus-app/quarkus-run.jar",
            description = "The packaged service (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path jar;

    @Option(
            names = "--heap",
            defaultValue = "128",
            description = "The service's heap, -Xmx, in MiB (default: ${DEFAULT-VALUE}).")
    private int heap;

    Path jar() {
        return jar.toAbsolutePath();
    }

    int heap() {
        return heap;
    }
}
