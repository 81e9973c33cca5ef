package io.ctmconnect.bench;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

@Command(name = "recording", description = "A large recording through the service: memory, throughput, ranges.")
final class RecordingCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Option(names = "--mib", defaultValue = "50", description = "Its size in MiB (default: ${DEFAULT-VALUE}).")
    private int mebibytes;

    @Override
    public Integer call() throws Exception {
        try (Ctm ctm = new Ctm();
                Service running = Service.start(service, ctm, Service.NO_LIMIT)) {
            ctm.control("/settings", "{\"recording_mib\":%d}".formatted(mebibytes));
            print(RecordingRun.of(ctm, running, place(ctm)), spec.commandLine().getOut());
        }
        return spec.exitCodeOnSuccess();
    }

    /** A call with a recording. */
    private static JsonNode place(Ctm ctm) throws IOException, InterruptedException {
        String calls = "/accounts/" + Ctm.ACCOUNT + "/calls";
        JsonNode call = ctm.control(calls, "{\"call_status\":\"answered\"}");
        String audio = ctm.apiBaseUrl() + calls + "/" + call.path("sid").asText() + "/recording";
        return ctm.control(
                calls + "/" + call.path("id").asText(), "{\"_method\":\"patch\",\"audio\":\"%s\"}".formatted(audio));
    }

    private void print(RecordingRun run, PrintWriter out) {
        Table table = new Table("figure", "value")
                .row("size", Figures.mebibytes(run.bytes()))
                .row("live heap before", Figures.mebibytes(run.heap().before()))
                .row(
                        "highest while it is passed on",
                        Figures.mebibytes(run.heap().peak()))
                .row("growth", Figures.mebibytes(run.heap().growth()))
                .row("collections", run.heap().samples())
                .row("from the storage directly", Figures.throughput(run.bytes(), run.direct()))
                .row("through the service", Figures.throughput(run.bytes(), run.through()))
                .row("ratio", Figures.ratio(run.direct(), run.through()))
                .row("a range", run.range());
        out.printf("Machine: %s. Service: -Xmx%dm.%n%n%s%n", Machine.description(), service.heap(), table);
        out.flush();
    }
}
