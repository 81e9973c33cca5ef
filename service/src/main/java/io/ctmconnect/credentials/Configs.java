package io.ctmconnect.credentials;

import io.ctmconnect.auth.Caller;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import jakarta.inject.Singleton;
import org.bson.types.ObjectId;

import java.util.Optional;

/** Chooses the CTM account of a connection, and forgets the choice when the connection was disconnected meanwhile. */
@Singleton
class Configs {
    /** Each failed one means that somebody has disconnected meanwhile. */
    private static final int MAX_SAVES = 100;

    private final CtmSessions sessions;
    private final KeyStore keys;
    private final UserConfigStore store;

    Configs(CtmSessions sessions, KeyStore keys, UserConfigStore store) {
        this.sessions = sessions;
        this.keys = keys;
        this.store = store;
    }

    /** The connection's config; empty when there is none, or it has ended with a disconnect. */
    Optional<UserConfig> of(Connection connection) {
        return store.find(connection.account()).filter(config -> config.isOf(connection));
    }

    /**
     * Saves the form as the config of the caller's live connection.
     *
     * @throws ApiException {@link ErrorCode#RECORD_NOT_FOUND} when there is no such live connection
     */
    UserConfig choose(Caller caller, ConfigForm form) {
        ObjectId id = new ObjectId(form.token());
        for (int saves = 0; saves < MAX_SAVES; saves++) {
            Connection seen = sessions.liveConnection(caller, id);
            Optional<UserConfig> saved = store.save(seen, form);
            if (saved.isPresent() && isStill(seen)) {
                return saved.get();
            }
            store.delete(seen.account(), id, seen.generation());
        }
        throw ApiException.of(ErrorCode.CONFLICT, "The account is being disconnected again and again; try again");
    }

    private boolean isStill(Connection seen) {
        return keys.find(seen.id())
                .filter(now -> now.generation() == seen.generation())
                .isPresent();
    }
}
