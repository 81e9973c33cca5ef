package io.ctmconnect.embedded;

import de.bwaldvogel.mongo.MongoServer;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A database server in this process, on a file, for the official driver to connect to. Every acknowledged write survives
 * the sudden death of the process; the package documentation says why. One process at a time can hold a data directory.
 *
 * <p>It listens on the loopback address only and asks for no password: every process on this machine can reach it.
 */
public final class EmbeddedMongo implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    /** Each thread serves several connections, and waits for the disk while it answers one. */
    private static final int WORKER_THREADS = 32;

    private final DurableBackend backend;
    private final MongoServer server;
    private final int port;
    private final ServerNote note;
    private boolean closed;

    private EmbeddedMongo(DurableBackend backend, MongoServer server, ServerNote note) {
        this.backend = backend;
        this.server = server;
        this.port = server.getLocalAddress().getPort();
        this.note = note;
    }

    /**
     * Opens the database of a directory and starts to serve it.
     *
     * @param dataDirectory where the files are; it is created if missing
     * @param port the port to listen on, or 0 for any free one
     * @throws EmbeddedMongoException if the directory or port cannot be used, another process holds the database, or the
     *     file is damaged or lacks acknowledged writes
     */
    public static EmbeddedMongo start(Path dataDirectory, int port) {
        DurableBackend backend = StoreOpening.in(dataDirectory).open();
        EmbeddedMongo mongo = new EmbeddedMongo(backend, listen(backend, port), ServerNote.in(dataDirectory));
        try {
            mongo.note.write(mongo.port);
            return mongo;
        } catch (EmbeddedMongoException e) {
            mongo.close();
            throw e;
        }
    }

    /** Whether there is a database in the directory. */
    public static boolean existsIn(Path dataDirectory) {
        return StoreOpening.in(dataDirectory).exists();
    }

    /**
     * What to give the driver to reach a directory's database that is open in another process; empty when it is not.
     *
     * @throws EmbeddedMongoException if that process is just starting, or the file is damaged
     */
    public static Optional<String> openElsewhere(Path dataDirectory) {
        return StoreOpening.in(dataDirectory).isInUse()
                ? Optional.of(connectionString(ServerNote.in(dataDirectory).read()))
                : Optional.empty();
    }

    /** What to give the driver. The engine has no sessions, so retryable writes are off. */
    public String connectionString() {
        return connectionString(port);
    }

    private static String connectionString(int port) {
        return "mongodb://" + LOOPBACK + ":" + port + "/?directConnection=true&retryWrites=false";
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** False once a write could not be saved (say, the disk is full); then only a restart helps. */
    public boolean healthy() {
        return backend.running();
    }

    /** Disconnects all clients, saves everything and releases the file. Closing again does nothing. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            note.remove();
            server.shutdownNow();
        }
    }

    private static MongoServer listen(DurableBackend backend, int port) {
        MongoServer server = new MongoServer(backend);
        try {
            server.bind(new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), port), 1, WORKER_THREADS);
            return server;
        } catch (Exception e) {
            server.shutdownNow();
            throw new EmbeddedMongoException(
                    "The embedded database cannot listen on %s:%d: %s. Choose another port (EMBEDDED_MONGODB_PORT)."
                            .formatted(LOOPBACK, port, e.getMessage()),
                    e);
        }
    }
}
