package io.ctmconnect.credentials;

import io.ctmconnect.credentials.KeyRenewals.Renewed;
import io.ctmconnect.ctm.CtmAccess;
import io.ctmconnect.ctm.CtmException;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;

import java.util.function.Function;

/** One request's use of a connection. Not for sharing between threads. */
public final class CtmSession {
    /** The first try, the retry after the silent login, and room for logins by others in between. */
    private static final int MAX_TRIES = 5;

    private final CtmSessions sessions;
    private Connection connection;
    private boolean loggedIn;

    CtmSession(CtmSessions sessions, Connection connection) {
        this.sessions = sessions;
        this.connection = connection;
    }

    /**
     * Asks CTM. When CTM answers 401: one silent login and one retry where the password is stored; if that is refused too,
     * the account's connections are flagged.
     *
     * @param request may run several times
     * @throws ApiException {@link ErrorCode#TOKEN_INVALIDATED} when CTM refuses the stored credentials, else what went
     *     wrong with CTM in the contract's words
     */
    public <T> T call(Function<CtmAccess, T> request) {
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            try {
                T answer = request.apply(connection.access());
                sessions.noteSuccess(connection);
                return answer;
            } catch (CtmException.Unauthorized _) {
                renew();
            } catch (CtmException e) {
                throw CtmFailures.asApi(e);
            }
        }
        throw ApiException.of(ErrorCode.TOKEN_INVALIDATED);
    }

    private void renew() {
        Renewed renewed = loggedIn
                ? new Renewed(sessions.renewals().giveUp(connection), false)
                : sessions.renewals().after(connection);
        connection = renewed.connection();
        loggedIn = renewed.loggedIn();
    }
}
