package io.ctmconnect.sandbox;

import com.sun.net.httpserver.HttpServer;
import io.ctmconnect.sandbox.api.Api;
import io.ctmconnect.sandbox.behaviour.Switches;
import io.ctmconnect.sandbox.control.Control;
import io.ctmconnect.sandbox.control.Reach;
import io.ctmconnect.sandbox.fault.Faults;
import io.ctmconnect.sandbox.fcm.Fcm;
import io.ctmconnect.sandbox.hook.Hooks;
import io.ctmconnect.sandbox.hook.LiveCalls;
import io.ctmconnect.sandbox.journal.Journal;
import io.ctmconnect.sandbox.mail.MailSink;
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

/** A running simulator of CTM's REST API, with an FCM and a mail sink beside it. */
public final class Sandbox implements AutoCloseable {

    private final HttpServer server;
    private final HttpServer storage;
    private final ExecutorService threads;
    private final MailSink mail;
    private final URI origin;
    private final Fcm fcm;
    private final Hooks hooks = new Hooks(Clock.systemUTC());

    private Sandbox(SandboxSettings settings) throws IOException {
        server = HttpServer.create(new InetSocketAddress(settings.host(), settings.port()), 1_024);
        storage = HttpServer.create(new InetSocketAddress(settings.host(), 0), 1_024);
        mail = MailSink.start(settings.host(), settings.smtpPort(), Clock.systemUTC());
        threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        storage.setExecutor(threads);
        origin = URI.create(
                "http://" + settings.host() + ":" + server.getAddress().getPort());
        Switches switches = new Switches(settings.behaviour());
        fcm = new Fcm(origin.toString(), switches, Clock.systemUTC());
        connect(settings, switches);
    }

    /** Seeds the data, opens the ports and answers from then on. */
    public static Sandbox start(SandboxSettings settings) {
        setDefault("sun.net.httpserver.nodelay", "true");
        setDefault("sun.net.httpserver.maxIdleConnections", "2000");
        try {
            Sandbox sandbox = new Sandbox(settings);
            sandbox.storage.start();
            sandbox.server.start();
            return sandbox;
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

    private void connect(SandboxSettings settings, Switches switches) {
        Clock clock = settings.clock();
        LiveWorld world = new LiveWorld(new Seeder(settings.seed(), settings.days(), clock));
        Faults faults = new Faults();
        Journal journal = new Journal(clock);
        CallFactory calls = new CallFactory(settings.seed(), clock);
        LiveCalls live = new LiveCalls(calls, hooks, clock);
        Control control = new Control(new Reach(world, calls, hooks, live, switches, faults, journal, fcm, mail));
        Links links = new Links(storage.getAddress().getPort(), clock);
        Api api = new Api(world, switches, clock, links);
        server.createContext("/", new Front(api, control, fcm, faults, journal));
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

    /** What a client takes for {@code https://fcm.googleapis.com}. */
    public URI fcmBaseUrl() {
        return origin;
    }

    /** The service account's file that FCM accepts assertions of; its {@code token_uri} leads here. */
    public String fcmCredentials() {
        return fcm.credentials();
    }

    /** Where the mail sink listens, on the same host. */
    public int smtpPort() {
        return mail.port();
    }

    /** Closes the ports and cuts what is still being answered. */
    @Override
    public void close() {
        server.stop(0);
        storage.stop(0);
        mail.close();
        hooks.close();
        threads.shutdownNow();
    }
}
