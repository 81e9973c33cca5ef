package io.ctmconnect.embedded;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;

import java.nio.file.Path;

/** A running server on a directory: ours, or the bare engine, which shows what our discipline adds and costs. */
record TestServer(String connectionString, Runnable stop) implements AutoCloseable {

    static TestServer start(boolean bare, Path directory) {
        return bare ? bare(directory) : durable(directory);
    }

    private static TestServer durable(Path directory) {
        EmbeddedMongo mongo = EmbeddedMongo.start(directory, 0);
        return new TestServer(mongo.connectionString(), mongo::close);
    }

    private static TestServer bare(Path directory) {
        String file = StoreOpening.in(directory).file().toString();
        MongoServer server = new MongoServer(new H2Backend(file));
        return new TestServer(server.bindAndGetConnectionString(), server::shutdownNow);
    }

    @Override
    public void close() {
        stop.run();
    }
}
