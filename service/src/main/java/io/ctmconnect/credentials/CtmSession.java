package io.ctmconnect.credentials;

import io.ctmconnect.credentials.KeyRenewals.Renewed;
import io.ctmconnect.ctm.CtmAccess;
import io.ctmconnect.ctm.CtmException;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import io.ctmconnect.mongo.StoreUnavailableException;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** One request's use of a connection; several threads may work for the request. */
public final class CtmSession {
    /** The first try, the retry after the silent login, and room for logins by others in between. */
    private static final int MAX_TRIES = 5;

    private static final Logger LOG = Logger.getLogger(CtmSession.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final CtmSessions sessions;
    private final AtomicReference<Renewed> current;

    CtmSession(CtmSessions sessions, Connection connection) {
        this.sessions = sessions;
        this.current = new AtomicReference<>(new Renewed(connection, false));
    }

    /**
     * Asks CTM. When CTM answers 401: one silent login and one retry where the password is stored; if that is refused too,
     * the account's connections are flagged.
     *
     * @param request may run several times
     * @throws ApiException {@link ErrorCode#TOKEN_INVALIDATED} when CTM refuses the stored credentials, else what went
     *     wrong with CTM in the contract's words, or {@link ErrorCode#UNAVAILABLE} when our store is away after a 401
     */
    public <T> T call(Function<CtmAccess, T> request) {
        return call(request, Connection::access);
    }

    /**
     * As {@link #call}, for a request that reads only: what CTM has answered to another of this connection a moment ago may
     * be the answer. Not for reads on which a change at CTM depends.
     */
    public <T> T read(Function<CtmAccess, T> request) {
        return call(request, Connection::readAccess);
    }

    private <T> T call(Function<CtmAccess, T> request, Function<Connection, CtmAccess> right) {
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            Renewed used = current.get();
            try {
                T answer = request.apply(right.apply(used.connection()));
                sessions.noteSuccess(used.connection());
                return answer;
            } catch (CtmException.Unauthorized _) {
                renew(used);
            } catch (CtmException e) {
                throw CtmFailures.asApi(e);
            }
        }
        throw ApiException.of(ErrorCode.TOKEN_INVALIDATED);
    }

    /** Does nothing when another thread has renewed meanwhile what was refused here. */
    private void renew(Renewed refused) {
        if (current.get().equals(refused)) {
            current.compareAndSet(refused, after(refused));
        }
    }

    /** Our store is asked in the middle of what the caller does with CTM: who has to undo that sees one kind of error. */
    private Renewed after(Renewed refused) {
        try {
            return refused.loggedIn()
                    ? new Renewed(sessions.renewals().giveUp(refused.connection()), false)
                    : sessions.renewals().after(refused.connection());
        } catch (StoreUnavailableException e) {
            LOG.error("the store is not available", e);
            throw ApiException.of(ErrorCode.UNAVAILABLE).withRetryAfter(RETRY_AFTER);
        }
    }
}
