package io.ctmconnect.credentials;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ctmconnect.auth.Caller;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import io.ctmconnect.mongo.StoreUnavailableException;
import jakarta.inject.Singleton;
import org.bson.types.ObjectId;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.Optional;

/** The door to CTM: opens a caller's connection and keeps its 401 rule. */
@Singleton
public class CtmSessions {
    private static final Logger LOG = Logger.getLogger(CtmSessions.class);
    private static final Duration NOTE_SUCCESS_EVERY = Duration.ofMinutes(1);

    private final KeyStore keys;
    private final KeyRenewals renewals;
    private final Cache<ObjectId, Boolean> noted =
            Caffeine.newBuilder().expireAfterWrite(NOTE_SUCCESS_EVERY).build();

    CtmSessions(KeyStore keys, KeyRenewals renewals) {
        this.keys = keys;
        this.renewals = renewals;
    }

    /**
     * Opens a connection of the caller's account. Nothing is sent to CTM yet.
     *
     * @throws ApiException {@link ErrorCode#INVALID_ID} when the id is none; {@link ErrorCode#RECORD_NOT_FOUND} when there
     *     is no such live connection or it is another account's; {@link ErrorCode#TOKEN_INVALIDATED} when it is flagged
     */
    public CtmSession open(Caller caller, String tokenId) {
        if (!ObjectId.isValid(tokenId)) {
            throw ApiException.of(ErrorCode.INVALID_ID);
        }
        Connection connection = liveConnection(caller, new ObjectId(tokenId));
        if (connection.tokenInvalidated()) {
            throw ApiException.of(ErrorCode.TOKEN_INVALIDATED);
        }
        return new CtmSession(this, connection);
    }

    /**
     * Opens a connection for work that no caller waits for; empty when it has ended, or is flagged. Nothing is sent to CTM
     * yet.
     */
    public Optional<CtmSession> ofConnection(ObjectId id) {
        return keys.find(id)
                .filter(connection -> !connection.tokenInvalidated()
                        && connection.credentials().isPresent())
                .map(connection -> new CtmSession(this, connection));
    }

    Connection liveConnection(Caller caller, ObjectId id) {
        return keys.find(id)
                .filter(connection -> connection.account().equals(caller.account()))
                .orElseThrow(() -> ApiException.of(ErrorCode.RECORD_NOT_FOUND));
    }

    KeyRenewals renewals() {
        return renewals;
    }

    /** Notes that CTM answers, at most once a minute a connection; the caller's request does not depend on it. */
    void noteSuccess(Connection connection) {
        if (noted.asMap().putIfAbsent(connection.id(), true) == null) {
            try {
                keys.noteSuccess(connection.id());
            } catch (StoreUnavailableException e) {
                LOG.debug("the last success was not noted", e);
            }
        }
    }
}
