package io.ctmconnect.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "reports",
        description = "Summaries over few and over ten times as many calls: requests to CTM, time, memory.")
final class ReportsCommand implements Callable<Integer> {
    private static final int TIMES = 10;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Option(
            names = "--calls",
            defaultValue = "5000",
            description = "Calls in the window, about; then ten times as many (default: ${DEFAULT-VALUE}).")
    private int calls;

    @Option(
            names = "--latency",
            defaultValue = "200",
            description = "Milliseconds that CTM takes to answer (default: ${DEFAULT-VALUE}).")
    private int latency;

    @Option(
            names = "--rate",
            defaultValue = "8",
            description = "CTM_REQUESTS_PER_SECOND (default: ${DEFAULT-VALUE}, the service's own default).")
    private int rate;

    @Override
    public Integer call() throws Exception {
        SummaryRun.Setting setting = new SummaryRun.Setting(service, latency, rate);
        List<SummaryRun> runs = List.of(SummaryRun.of(setting, calls), SummaryRun.of(setting, calls * TIMES));
        print(runs, spec.commandLine().getOut());
        return spec.exitCodeOnSuccess();
    }

    /** What the requests of a summary take at the rate, were they all that it takes. */
    private Duration budget(SummaryRun run) {
        return Duration.ofSeconds(run.requests()).dividedBy(rate);
    }

    private void print(List<SummaryRun> runs, PrintWriter out) {
        out.printf("Machine: %s. Service: -Xmx%dm.%n%n", Machine.description(), service.heap());
        out.printf("What a summary takes:%n%n%s%n%n", requests(runs));
        out.printf("Time when CTM takes %d ms to answer:%n%n%s%n%n", latency, times(runs));
        out.printf("Memory, after full collections:%n%n%s%n", memory(runs));
        out.flush();
    }

    private static Table requests(List<SummaryRun> runs) {
        Table table =
                new Table("calls", "pages of 100", "requests to CTM", "requests / pages", "time, CTM answers at once");
        runs.forEach(run -> table.row(
                run.calls(),
                run.pages(),
                run.requests(),
                Figures.ratio(run.requests(), run.pages()),
                Figures.seconds(run.atOnce())));
        return table;
    }

    private Table times(List<SummaryRun> runs) {
        String limited = "summary at " + rate + " requests/s";
        Table table = new Table(
                "calls",
                "one page after another, all fields",
                "summary",
                "ratio",
                limited,
                "the budget alone",
                "ratio");
        runs.forEach(run -> table.row(
                run.calls(),
                run.direct().map(Figures::seconds).orElse("-"),
                Figures.seconds(run.delayed()),
                run.direct().map(direct -> Figures.ratio(run.delayed(), direct)).orElse("-"),
                Figures.seconds(run.throttled()),
                Figures.seconds(budget(run)),
                Figures.ratio(run.throttled(), budget(run))));
        return table;
    }

    private static Table memory(List<SummaryRun> runs) {
        Table table = new Table("calls", "live heap before", "highest during the summary", "growth", "collections");
        runs.forEach(run -> table.row(
                run.calls(),
                Figures.mebibytes(run.heap().before()),
                Figures.mebibytes(run.heap().peak()),
                Figures.mebibytes(run.heap().growth()),
                run.heap().samples()));
        return table;
    }
}
