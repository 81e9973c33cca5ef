package io.ctmconnect.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Starts what is compared, each pinned to the measured core, and the CTMs that it asks, on the core of the load. */
final class PeerServers implements AutoCloseable {
    private static final Path SOURCES = Path.of("bench", "peers").toAbsolutePath();

    /** Ends what was started, the latest first. */
    private final Deque<Runnable> ends = new ArrayDeque<>();

    private final ServiceOptions options;
    private final CannedAnswers answers;

    PeerServers(ServiceOptions options, CannedAnswers answers) {
        this.options = options;
        this.answers = answers;
    }

    /** A CTM that answers at once; its port. */
    int cannedCtm() throws IOException, InterruptedException {
        return nginx("canned-ctm.conf", PeersRun.LOAD_CORE, 0);
    }

    /** A CTM that takes so many milliseconds for a page of calls; its port. */
    int slowCtm(int millis) throws IOException, InterruptedException {
        int port = Pinned.freePort();
        List<String> command = List.of(
                "node",
                SOURCES.resolve("slow-ctm.js").toString(),
                String.valueOf(port),
                answers.folder().toString(),
                String.valueOf(millis));
        start(PeersRun.LOAD_CORE, command, answers.folder(), port);
        return port;
    }

    /** nginx passes a request on to CTM and looks at nothing. */
    Peer nginx(int ctm) throws IOException, InterruptedException {
        int port = nginx("pass-through.conf", PeersRun.MEASURED_CORE, ctm);
        return new Peer("nginx, passes through", URI.create("http://127.0.0.1:" + port + "/"));
    }

    private int nginx(String file, int core, int ctm) throws IOException, InterruptedException {
        int port = Pinned.freePort();
        String configuration = Files.readString(SOURCES.resolve(file))
                .replace("@PORT@", String.valueOf(port))
                .replace("@CTM_PORT@", String.valueOf(ctm));
        Path path = answers.folder().resolve(file);
        Files.writeString(path, configuration);
        List<String> command = List.of("nginx", "-p", answers.folder().toString(), "-c", path.toString());
        start(core, command, answers.folder(), port);
        return port;
    }

    /** The Node service; its packages are installed by npm at the first time. */
    Peer express(String kind, int ctm) throws IOException, InterruptedException {
        Path sources = SOURCES.resolve("express");
        if (!Files.exists(sources.resolve("node_modules"))) {
            Pinned.output(
                    PeersRun.LOAD_CORE, List.of("npm", "install", "--no-package-lock", "--prefix", sources.toString()));
        }
        int port = Pinned.freePort();
        List<String> command = List.of("node", "server.js", String.valueOf(port), ctm(ctm), kind);
        start(PeersRun.MEASURED_CORE, command, sources, port);
        return new Peer(
                "Express, " + kind,
                URI.create(
                        "http://127.0.0.1:" + port + "/v1/e/calltrackingmetrics/0/accounts/" + Ctm.ACCOUNT + "/calls"));
    }

    /** The service. */
    Peer service(String name, int ctm, Map<String, String> environment) throws IOException, InterruptedException {
        Service service = Service.start(
                options,
                new ServiceProcess.Setting(
                        URI.create(ctm(ctm)), Service.NO_LIMIT, environment, PeersRun.MEASURED_CORE));
        ends.push(service::close);
        return new Peer(name, service.calls());
    }

    private static String ctm(int port) {
        return "http://127.0.0.1:" + port + "/api/v1";
    }

    private void start(int core, List<String> command, Path directory, int port)
            throws IOException, InterruptedException {
        Pinned started = Pinned.start(core, command, directory, Map.of("JWT_SECRET", ServiceProcess.JWT_SECRET), port);
        ends.push(started::close);
    }

    @Override
    public void close() {
        while (!ends.isEmpty()) {
            ends.pop().run();
        }
    }
}
