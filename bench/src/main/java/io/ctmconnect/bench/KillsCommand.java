package io.ctmconnect.bench;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;

@Command(
        name = "kills",
        description = "Kills the service while events come in: none that was acknowledged is lost or counted twice.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:nothing is wrong", "1:something is"})
final class KillsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Option(names = "--runs", defaultValue = "20", description = "How many (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--events",
            defaultValue = "2000",
            description = "Different events a run; every fifth is sent twice (default: ${DEFAULT-VALUE}).")
    private int events;

    @Option(
            names = "--kills",
            defaultValue = "4",
            description = "A run, while events are sent; one more follows (default: ${DEFAULT-VALUE}).")
    private int kills;

    @Option(
            names = "--patience",
            defaultValue = "300",
            description = "Seconds that a run may wait for the service (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Option(names = "--seed", description = "The first run's; each run names its own (default: a random one).")
    private @Nullable Long seed;

    @Override
    public Integer call() throws Exception {
        KillsRun.Setting setting = new KillsRun.Setting(service, events, kills, Duration.ofSeconds(patience));
        long first = seed == null ? new Random().nextInt(Integer.MAX_VALUE) : seed;
        int wrong = 0;
        for (int run = 0; run < runs; run++) {
            long started = System.nanoTime();
            KillsRun done = KillsRun.of(setting, first + run);
            print(run + 1, first + run, Duration.ofNanos(System.nanoTime() - started), done);
            wrong += done.complaints().isEmpty() ? 0 : 1;
        }
        out().println(wrong == 0 ? "Nothing is lost, nothing is counted twice." : wrong + " runs are wrong.");
        out().flush();
        return wrong == 0 ? spec.exitCodeOnSuccess() : spec.exitCodeOnExecutionException();
    }

    private void print(int run, long seed, Duration time, KillsRun done) {
        List<String> complaints = done.complaints();
        out().printf(
                        "run %d, seed %d: %d events of %d calls, %d sends acknowledged, %d sent again, %s: %s%n",
                        run,
                        seed,
                        done.plan().different().size(),
                        done.plan().calls().size(),
                        done.sends(),
                        done.sentAgain(),
                        Figures.seconds(time),
                        complaints.isEmpty() ? "exact" : "WRONG");
        complaints.forEach(complaint -> out().println("  " + complaint));
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
