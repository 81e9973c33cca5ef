package io.ctmconnect.it;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.ctmconnect.sandbox.Sandbox;
import io.ctmconnect.sandbox.SandboxSettings;
import org.bson.Document;
import org.bson.types.ObjectId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** One sandbox, one service on a store of its own, and a view into that store. */
final class World implements AutoCloseable {
    /** A Tuesday; the seeded 90 days hold the change to daylight-saving time of 8 March 2026. */
    static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    /** Short, so that tests of a silent CTM end soon. */
    static final String CTM_TIMEOUT = "1s";

    /** Nobody listens there. */
    static final String PUBLIC_BASE_URL = "https://connect.example/base";

    /** Where this world looks into the store; the service's own, unless {@code MONGODB_URI} names another. */
    static final String STORE_PORT = "EMBEDDED_MONGODB_PORT";

    private static final String DATABASE = "ctm_connect";

    private static final class Shared {
        static final World WORLD = World.with(Map.of());

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(WORLD::close));
        }
    }

    final Path directory;
    final Sandbox sandbox;
    final SandboxControl control;
    final Map<String, String> environment;
    final MongoClient mongo;
    ServiceProcess service;
    private final int mongoPort;
    private Api api;

    private World(SandboxSettings settings, Map<String, String> overrides) {
        directory = newDirectory();
        sandbox = Sandbox.start(settings.withPort(0));
        control = new SandboxControl(sandbox.controlUrl());
        mongoPort = overrides.containsKey(STORE_PORT)
                ? Integer.parseInt(overrides.get(STORE_PORT))
                : ServiceProcess.freePort();
        environment = new HashMap<>(Map.of(
                "PORT",
                "0",
                "PUBLIC_BASE_URL",
                PUBLIC_BASE_URL,
                "JWT_SECRET",
                Tokens.SECRET,
                "DATA_DIR",
                directory.resolve("data").toString(),
                STORE_PORT,
                String.valueOf(mongoPort),
                "CTM_API_BASE_URL",
                sandbox.apiBaseUrl().toString(),
                "CTM_REQUESTS_PER_SECOND",
                "5000",
                "CTM_TIMEOUT",
                CTM_TIMEOUT));
        environment.putAll(Map.of("CALLS_CACHE_TTL", "0", "RECONCILIATION_PERIOD", "0", "HISTORY_MONTHS", "0"));
        environment.putAll(notices());
        environment.putAll(overrides);
        service = ServiceProcess.start(environment, directory, "serve");
        api = Api.of(service.uri());
        mongo = MongoClients.create("mongodb://127.0.0.1:" + mongoPort + "/?retryWrites=false");
    }

    /** Push and mail go to the sandbox. */
    private Map<String, String> notices() {
        Path account = directory.resolve("fcm-credentials.json");
        try {
            Files.writeString(account, sandbox.fcmCredentials());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "FCM_CREDENTIALS_FILE",
                account.toString(),
                "FCM_BASE_URL",
                sandbox.fcmBaseUrl().toString(),
                "SMTP_HOST",
                "127.0.0.1",
                "SMTP_PORT",
                String.valueOf(sandbox.smtpPort()),
                "SMTP_TLS",
                "off",
                "MAIL_FROM",
                "Acme Marketing <notices@acme.example>");
    }

    /** The world that most tests share; each of them uses platform accounts of its own. */
    static World shared() {
        return Shared.WORLD;
    }

    /** A world of its own, with this environment on top of the usual one. */
    static World with(Map<String, String> overrides) {
        return new World(SandboxSettings.defaults().withToday(TODAY), overrides);
    }

    /** The same, in which it is today: CTM's calls are of the last days up to now. */
    static World ofToday(int days, Map<String, String> overrides) {
        return new World(SandboxSettings.defaults().withDays(days), overrides);
    }

    /** This world's environment for a service whose store is a MongoDB at which nobody listens. */
    Map<String, String> environmentWithoutStore() {
        Map<String, String> without = new HashMap<>(environment);
        without.put("MONGODB_URI", "mongodb://127.0.0.1:" + ServiceProcess.freePort());
        without.put("ENCRYPTION_KEYSET", directory.resolve("data/keyset.json").toString());
        return without;
    }

    /** This world's environment for another process of the service on the same store. */
    Map<String, String> environmentBeside() {
        Map<String, String> beside = new HashMap<>(environment);
        beside.put("MONGODB_URI", "mongodb://127.0.0.1:" + mongoPort + "/?directConnection=true&retryWrites=false");
        beside.put("ENCRYPTION_KEYSET", directory.resolve("data/keyset.json").toString());
        return beside;
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory(Path.of("target"), "world").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A platform account that nobody has used. */
    static String newAccount() {
        return new ObjectId().toHexString();
    }

    /** The service, called by nobody in particular. */
    Api api() {
        return api;
    }

    /** The service, called by an account. */
    Api callerOf(String account) {
        return api.as(Tokens.of(account));
    }

    /** A new account that has connected as the agency's user. */
    Connected connect() {
        String account = newAccount();
        Api caller = callerOf(account);
        return new Connected(account, caller, Logins.connect(caller, Logins.AGENCY_USER));
    }

    /** @param id the connection's */
    record Connected(String account, Api caller, String id) {
        Api.Reply get(String path) {
            return caller.get("/" + id + path);
        }

        Api.Reply post(String path, String json) {
            return caller.post("/" + id + path, json);
        }

        Api.Reply put(String path, String json) {
            return caller.put("/" + id + path, json);
        }

        Api.Reply delete(String path) {
            return caller.delete("/" + id + path);
        }

        Api.Reply postOnce(String path, String json, String key) {
            return caller.postOnce("/" + id + path, json, key);
        }
    }

    MongoCollection<Document> collection(String name) {
        return mongo.getDatabase(DATABASE).getCollection(name);
    }

    MongoCollection<Document> keys() {
        return collection("integrations.calltrackingmetrics.key");
    }

    /** Starts the service again after it has ended. */
    void restart() {
        service = ServiceProcess.start(environment, directory, "serve");
        api = Api.of(service.uri());
    }

    @Override
    public void close() {
        mongo.close();
        service.close();
        sandbox.close();
    }
}
