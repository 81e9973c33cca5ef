package io.ctmconnect.embedded;

import de.bwaldvogel.mongo.MongoServer;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

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

    private EmbeddedMongo(DurableBackend backend, MongoServer server) {
        this.backend = backend;
        this.server = server;
        this.port = server.getLocalAddress().getPort();
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
        return new EmbeddedMongo(backend, listen(backend, port));
    }

    /** What to give the driver. The engine has no sessions, so retryable writes are off. */
    public String connectionString() {
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
    public void close() {
        server.shutdownNow();
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
