package io.ctmconnect.credentials;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ctmconnect.mongo.StoreUnavailableException;
import jakarta.inject.Singleton;
import org.bson.types.ObjectId;
import org.jboss.logging.Logger;

import java.time.Duration;

/** Notes for an account's health when call events come in, at most once a minute a connection. */
@Singleton
public class WebhookNotes {
    private static final Logger LOG = Logger.getLogger(WebhookNotes.class);
    private static final Duration NOTE_EVERY = Duration.ofMinutes(1);

    private final KeyStore keys;
    private final Cache<ObjectId, Boolean> noted =
            Caffeine.newBuilder().expireAfterWrite(NOTE_EVERY).build();

    WebhookNotes(KeyStore keys) {
        this.keys = keys;
    }

    /** An event of a subscription by this connection has come in. Nothing depends on the note. */
    public void received(ObjectId connection) {
        if (noted.asMap().putIfAbsent(connection, true) == null) {
            try {
                keys.noteWebhook(connection);
            } catch (StoreUnavailableException e) {
                LOG.debug("the last event was not noted", e);
            }
        }
    }
}
