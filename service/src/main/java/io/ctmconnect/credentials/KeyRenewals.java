package io.ctmconnect.credentials;

import io.ctmconnect.ctm.CtmApi;
import io.ctmconnect.ctm.CtmException;
import io.ctmconnect.ctm.CtmKeys;
import io.ctmconnect.ctm.CtmSettings;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import io.ctmconnect.secrets.Secret;
import jakarta.inject.Singleton;
import org.bson.types.ObjectId;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What happens after CTM has refused a connection's keys: one silent login where the password is stored, else the
 * connection is flagged. Only a refusal flags, never a failure to reach CTM; and only the connection that was refused: a
 * newer login, seen by its version, wins.
 */
@Singleton
class KeyRenewals {
    private static final Logger LOG = Logger.getLogger(KeyRenewals.class);

    private final CtmApi ctm;
    private final KeyStore keys;
    private final boolean reauth;
    private final Map<ObjectId, CompletableFuture<Renewed>> running = new ConcurrentHashMap<>();

    KeyRenewals(CtmApi ctm, KeyStore keys, CtmSettings settings) {
        this.ctm = ctm;
        this.keys = keys;
        this.reauth = settings.reauthOn401();
    }

    /**
     * @param connection with keys to try
     * @param loggedIn whether they come from the silent login, so that another refusal is final
     */
    record Renewed(Connection connection, boolean loggedIn) {}

    /**
     * Answers a connection worth another try. Callers that are refused at the same time share one login.
     *
     * @throws ApiException {@link ErrorCode#TOKEN_INVALIDATED} when there is none; {@link ErrorCode#RECORD_NOT_FOUND} when
     *     the connection is gone
     */
    Renewed after(Connection refused) {
        var mine = new CompletableFuture<Renewed>();
        CompletableFuture<Renewed> leader = running.putIfAbsent(refused.id(), mine);
        return leader == null ? lead(refused, mine) : follow(leader);
    }

    private Renewed lead(Connection refused, CompletableFuture<Renewed> result) {
        try {
            Renewed renewed = renew(refused);
            result.complete(renewed);
            return renewed;
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
            throw e;
        } finally {
            running.remove(refused.id(), result);
        }
    }

    private static Renewed follow(CompletableFuture<Renewed> leader) {
        try {
            return leader.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Renewed renew(Connection refused) {
        Connection current = present(refused);
        if (current.version() != refused.version()) {
            return new Renewed(current, false);
        }
        Optional<CtmKeys> fresh = login(current);
        if (fresh.isEmpty()) {
            return new Renewed(giveUp(current), false);
        }
        return new Renewed(keys.renew(current, fresh.get()).orElseGet(() -> present(current)), true);
    }

    /**
     * Flags the account's connections.
     *
     * @return a newer connection, when there has been a login meanwhile and nothing was flagged
     * @throws ApiException {@link ErrorCode#TOKEN_INVALIDATED} when they are flagged
     */
    Connection giveUp(Connection refused) {
        if (keys.invalidate(refused)) {
            LOG.warnf("connection %s is refused by CTM and flagged", refused.id());
            throw ApiException.of(ErrorCode.TOKEN_INVALIDATED);
        }
        return present(refused);
    }

    private Connection present(Connection seen) {
        Connection current = keys.find(seen.id()).orElseThrow(() -> ApiException.of(ErrorCode.RECORD_NOT_FOUND));
        if (current.tokenInvalidated()) {
            throw ApiException.of(ErrorCode.TOKEN_INVALIDATED);
        }
        return current;
    }

    /** Fresh keys; empty when there is no password to log in with, or CTM refuses it, or it gives no keys. */
    Optional<CtmKeys> login(Connection connection) {
        @Nullable
        Secret password =
                connection.credentials().map(Connection.Credential::password).orElse(null);
        String user = connection.user();
        if (!reauth || password == null || user == null) {
            return Optional.empty();
        }
        try {
            return ctm.login(connection.id().toHexString(), user, password);
        } catch (CtmException.Unauthorized _) {
            return Optional.empty();
        } catch (CtmException e) {
            throw CtmFailures.asApi(e);
        }
    }
}
