package io.ctmconnect.app;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoDatabase;
import io.ctmconnect.embedded.EmbeddedMongo;
import io.ctmconnect.embedded.EmbeddedMongoException;
import io.ctmconnect.settings.Environment;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/** The service's store, for a command: a service that has the embedded one open lets the command in. */
final class CommandStore implements AutoCloseable {
    private final Store store;

    private CommandStore(Store store) {
        this.store = store;
    }

    /** The store cannot be opened; the message says why. */
    static final class NotOpenException extends Exception {
        private static final long serialVersionUID = 1L;

        NotOpenException(@Nullable String message) {
            super(message);
        }
    }

    /** Opens the store that the environment names; no store is made where there is none. */
    static CommandStore open(Environment environment) throws NotOpenException {
        StoreSettings settings = StoreSettings.of(environment);
        if (!environment.problems().isEmpty()) {
            throw new NotOpenException(String.join(System.lineSeparator(), environment.problems()));
        }
        try {
            return new CommandStore(new Store(settings.isEmbedded() ? besideService(settings) : settings));
        } catch (ConfigurationException | EmbeddedMongoException e) {
            throw new NotOpenException(e.getMessage());
        }
    }

    private static StoreSettings besideService(StoreSettings settings) throws NotOpenException {
        Path directory = settings.dataDirectory();
        if (!EmbeddedMongo.existsIn(directory)) {
            throw new NotOpenException(
                    "There is no embedded database in %s. Set DATA_DIR, or MONGODB_URI.".formatted(directory));
        }
        return EmbeddedMongo.openElsewhere(directory)
                .map(uri -> new StoreSettings(new ConnectionString(uri), directory, 0))
                .orElse(settings);
    }

    MongoDatabase database() {
        return store.database();
    }

    @Override
    public void close() {
        store.close();
    }
}
