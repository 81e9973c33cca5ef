package io.ctmconnect.app;

import io.ctmconnect.settings.Environment;
import io.quarkus.runtime.Quarkus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

@Command(
        name = "serve",
        description = {
            "Runs the service until SIGTERM or Ctrl-C.",
            "It is configured by environment variables: see docs/configuration.md."
        })
class ServeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return run(spec);
    }

    /** Refuses to start with a broken configuration, and names everything that is broken. */
    static int run(CommandSpec spec) {
        Environment environment = Environment.ofProcess();
        Configuration configuration = Configuration.of(environment);
        if (environment.problems().isEmpty()) {
            configuration.encryption().prepare(environment);
        }
        if (!environment.problems().isEmpty()) {
            var err = spec.commandLine().getErr();
            err.println("ctm-connect cannot start, its configuration is not sound:");
            environment.problems().forEach(problem -> err.println("  " + problem));
            err.println("Every key is described in docs/configuration.md.");
            return spec.exitCodeOnInvalidInput();
        }
        System.setProperty("quarkus.http.port", String.valueOf(configuration.port()));
        Quarkus.run();
        return spec.exitCodeOnSuccess();
    }
}
