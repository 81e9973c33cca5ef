package io.ctmconnect.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.time.Duration;
import java.util.concurrent.Callable;

@Command(
        name = "events",
        description = "Call events of 3 kB for a while: how many are acknowledged, how soon they are counted.")
final class EventsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Option(names = "--connections", defaultValue = "32", description = "At once (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(names = "--seconds", defaultValue = "20", description = "How long (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "45",
            description = "Seconds before, which do not count (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--patience",
            defaultValue = "60",
            description = "Seconds to wait at most until all are counted (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Override
    public Integer call() throws Exception {
        EventsRun.Setting setting = new EventsRun.Setting(
                connections, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), Duration.ofSeconds(patience));
        try (Ctm ctm = new Ctm();
                Service running = Service.start(service, ctm, Service.NO_LIMIT)) {
            EventsRun run = EventsRun.of(ctm, running, setting);
            String table = table(run, StoreLimit.of(running, connections, Duration.ofSeconds(seconds)));
            spec.commandLine()
                    .getOut()
                    .printf("Machine: %s. Service: -Xmx%dm.%n%n%s%n", Machine.description(), service.heap(), table);
            spec.commandLine().getOut().flush();
        }
        return spec.exitCodeOnSuccess();
    }

    private static String table(EventsRun run, StoreLimit limit) {
        int events = run.load().acks().size();
        Duration sending = run.load().time();
        return new Table("figure", "value")
                .row("events acknowledged", events)
                .row("not acknowledged", run.load().failures())
                .row("acknowledged in a second", Figures.perSecond(events, sending))
                .row("acknowledgement: median, 99th of 100", run.acknowledgements())
                .row("counted at the end", run.counted())
                .row("until then, after the last acknowledgement", Figures.seconds(run.catchingUp()))
                .row(
                        "counted in a second, all in all",
                        Figures.perSecond(run.counted(), sending.plus(run.catchingUp())))
                .row("event to metric: median, 99th of 100", run.delays())
                .row("the same for a quiet account", run.quiet())
                .row("the store alone: inserts in a second", Figures.perSecond(limit.inserts(), limit.time()))
                .toString();
    }
}
