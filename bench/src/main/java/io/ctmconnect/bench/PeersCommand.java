package io.ctmconnect.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "peers",
        description = "The list of calls, against Express and nginx. Needs node, npm, nginx, wrk and taskset.")
final class PeersCommand implements Callable<Integer> {
    private static final int SLOW_MILLIS = 200;
    private static final Map<String, String> NO_CACHE = Map.of("CALLS_CACHE_TTL", "0");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Option(names = "--connections", defaultValue = "32", description = "At once (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(
            names = "--slow-connections",
            defaultValue = "512",
            description = "At once, where CTM is slow (default: ${DEFAULT-VALUE}).")
    private int slowConnections;

    @Option(names = "--rounds", defaultValue = "5", description = "Of all in turn (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "6", description = "Of one in a round (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "40",
            description = "Seconds of each before (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Override
    public Integer call() throws Exception {
        CannedAnswers answers = CannedAnswers.in(Files.createTempDirectory("ctm-connect-peers"));
        print("Machine: %s. Service: -Xmx%dm. A page of CTM has %d bytes.%n"
                .formatted(Machine.description(), service.heap(), answers.pageBytes()));
        print(fast(answers) + System.lineSeparator());
        print(slow(answers) + System.lineSeparator());
        return spec.exitCodeOnSuccess();
    }

    private void print(String text) {
        spec.commandLine().getOut().println(text);
        spec.commandLine().getOut().flush();
    }

    private String fast(CannedAnswers answers) throws Exception {
        try (PeerServers servers = new PeerServers(service, answers)) {
            int ctm = servers.cannedCtm();
            List<Peer> peers = List.of(
                    servers.service("the service, uncached", ctm, NO_CACHE),
                    servers.service("the service, cached", ctm, Map.of()),
                    servers.express("usual", ctm),
                    servers.express("tuned", ctm),
                    servers.nginx(ctm));
            PeersRun.measure(peers, setting(connections));
            Table table = new Table(
                    "who", "answers in a second", "median, 99th of 100", "failed", "uncached / it", "cached / it");
            peers.forEach(peer -> table.row(
                    peer.name(),
                    Figures.whole(peer.median().perSecond()),
                    peer.median().times(),
                    peer.failures(),
                    Figures.ratio(peers.get(0).ratioTo(peer)),
                    Figures.ratio(peers.get(1).ratioTo(peer))));
            return table.toString();
        }
    }

    private String slow(CannedAnswers answers) throws Exception {
        try (PeerServers servers = new PeerServers(service, answers)) {
            int ctm = servers.slowCtm(SLOW_MILLIS);
            List<Peer> peers = List.of(
                    servers.service("the service, uncached", ctm, NO_CACHE),
                    new Peer("CTM, directly", URI.create("http://127.0.0.1:" + ctm + "/calls/search.json")));
            PeersRun.measure(peers, setting(slowConnections));
            Table table = new Table(
                    slowConnections + " clients, CTM takes " + SLOW_MILLIS + " ms",
                    "answers in a second",
                    "median, 99th of 100",
                    "failed");
            peers.forEach(peer -> table.row(
                    peer.name(),
                    Figures.whole(peer.median().perSecond()),
                    peer.median().times(),
                    peer.failures()));
            return table.toString();
        }
    }

    private PeersRun.Setting setting(int atOnce) {
        return new PeersRun.Setting(atOnce, rounds, Duration.ofSeconds(seconds), Duration.ofSeconds(warmUp));
    }
}
