package io.ctmconnect.sandbox;

import com.sun.net.httpserver.HttpServer;
import io.ctmconnect.sandbox.api.Api;
import io.ctmconnect.sandbox.behaviour.Switches;
import io.ctmconnect.sandbox.control.Control;
import io.ctmconnect.sandbox.fault.Faults;
import io.ctmconnect.sandbox.journal.Journal;
import io.ctmconnect.sandbox.recording.Links;
import io.ctmconnect.sandbox.recording.Storage;
import io.ctmconnect.sandbox.seed.CallFactory;
import io.ctmconnect.sandbox.seed.LiveWorld;
import io.ctmconnect.sandbox.seed.Seeder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A running simulator of CTM's REST API. */
public final class Sandbox implements AutoCloseable {

    private final HttpServer server;
    private final HttpServer storage;
    private final ExecutorService threads;
    private final URI origin;

    private Sandbox(HttpServer server, HttpServer storage, ExecutorService threads, URI origin) {
        this.server = server;
        this.storage = storage;
        this.threads = threads;
        this.origin = origin;
    }

    /** Seeds the data, opens the port and answers from then on. */
    public static Sandbox start(SandboxSettings settings) {
        setDefault("sun.net.httpserver.nodelay", "true");
        setDefault("sun.net.httpserver.maxIdleConnections", "2000");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(settings.host(), settings.port()), 1_024);
            HttpServer storage = HttpServer.create(new InetSocketAddress(settings.host(), 0), 1_024);
            ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(threads);
            storage.setExecutor(threads);
            connect(settings, server, storage);
            storage.start();
            server.start();
            URI origin = URI.create(
                    "http://" + settings.host() + ":" + server.getAddress().getPort());
            return new Sandbox(server, storage, threads, origin);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on " + settings.host() + ":" + settings.port(), e);
        }
    }

    /** The JDK's server reads these when its classes load; without the first, answers wait 40 ms for an ACK. */
    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static void connect(SandboxSettings settings, HttpServer server, HttpServer storage) {
        Clock clock = settings.clock();
        LiveWorld world = new LiveWorld(new Seeder(settings.seed(), settings.days(), clock));
        Switches switches = new Switches(settings.behaviour());
        Faults faults = new Faults();
        Journal journal = new Journal(clock);
        CallFactory factory = new CallFactory(settings.seed(), clock);
        Control control = new Control(world, switches, faults, journal, factory);
        Links links = new Links(storage.getAddress().getPort(), clock);
        server.createContext("/", new Front(new Api(world, switches, clock, links), control, faults, journal));
        storage.createContext("/", new Storage(world, switches, links, faults, journal));
    }

    /** What a client takes for {@code https://api.calltrackingmetrics.com/api/v1}. */
    public URI apiBaseUrl() {
        return origin.resolve(Api.PREFIX);
    }

    /** Where the sandbox is steered. */
    public URI controlUrl() {
        return origin.resolve(Control.PREFIX);
    }

    /** Closes the ports and cuts what is still being answered. */
    @Override
    public void close() {
        server.stop(0);
        storage.stop(0);
        threads.shutdownNow();
    }
}
