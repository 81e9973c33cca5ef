package io.ctmconnect.app;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.ctmconnect.embedded.EmbeddedMongo;
import io.ctmconnect.embedded.EmbeddedMongoException;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The connection to MongoDB: the configured one, or the embedded store, which starts and stops with the service. */
@Startup
@Singleton
class Store {
    private static final int GIVE_UP_SECONDS = 3;
    private static final int READ_TIMEOUT_SECONDS = 20;

    private final @Nullable EmbeddedMongo embedded;
    private final MongoClient client;
    private final String databaseName;

    Store(StoreSettings settings) {
        ConnectionString uri = settings.uri();
        embedded = uri == null ? startEmbedded(settings) : null;
        client = MongoClients.create(clientSettings(
                embedded == null ? Objects.requireNonNull(uri) : new ConnectionString(embedded.connectionString())));
        databaseName = settings.database();
    }

    /** A problem with the file is a matter of configuration: the framework prints its message and no stack trace. */
    private static EmbeddedMongo startEmbedded(StoreSettings settings) {
        try {
            return EmbeddedMongo.start(settings.dataDirectory(), settings.embeddedPort());
        } catch (EmbeddedMongoException e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    private static MongoClientSettings clientSettings(ConnectionString uri) {
        return MongoClientSettings.builder()
                .applicationName("ctm-connect")
                .applyConnectionString(uri)
                .writeConcern(WriteConcern.MAJORITY)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(GIVE_UP_SECONDS, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(READ_TIMEOUT_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(GIVE_UP_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(READ_TIMEOUT_SECONDS, TimeUnit.SECONDS))
                .build();
    }

    MongoDatabase database() {
        return client.getDatabase(databaseName);
    }

    /** Whether the store answers soon, and can still save. */
    boolean isReachable() {
        try {
            database().withTimeout(GIVE_UP_SECONDS, TimeUnit.SECONDS).runCommand(new Document("ping", 1));
            return embedded == null || embedded.healthy();
        } catch (MongoException _) {
            return false;
        }
    }

    @PreDestroy
    void close() {
        client.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
