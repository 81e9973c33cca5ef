package io.ctmconnect.credentials;

import io.ctmconnect.auth.Caller;
import io.ctmconnect.ctm.CtmAccess;
import io.ctmconnect.ctm.CtmApi;
import io.ctmconnect.ctm.CtmException;
import io.ctmconnect.ctm.CtmKeys;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import jakarta.inject.Singleton;
import org.bson.types.ObjectId;

import java.time.InstantSource;
import java.util.Optional;

/**
 * Connects an account. CTM is asked first, before any write: a wrong login changes nothing. Then the connection is saved
 * by compare-and-set, again and again until it fits what others have written meanwhile, so that concurrent calls leave
 * one live connection.
 */
@Singleton
class Credentials {
    /** Each failed save means that somebody else's succeeded: only a storm of logins for one account gets this far. */
    private static final int MAX_SAVES = 100;

    private static final String NO_KEYS = "CallTrackingMetrics accepts this login but gives no API keys for it;"
            + " connect with access_key and secret from its settings page";

    private final CtmApi ctm;
    private final KeyStore keys;
    private final LifeStore lives;
    private final Turns turns;
    private final InstantSource clock;

    Credentials(CtmApi ctm, KeyStore keys, LifeStore lives, Turns turns, InstantSource clock) {
        this.ctm = ctm;
        this.keys = keys;
        this.lives = lives;
        this.turns = turns;
        this.clock = clock;
    }

    /** The account's live connection with this login: the one that is there, or a new, updated or revived one. */
    Connection connect(Caller caller, CtmLogin login) {
        ObjectId account = caller.account();
        Optional<Connection> present = keys.liveOf(account).filter(live -> live.worksWith(login));
        return present.orElseGet(() -> save(caller, login, prove(account, login)));
    }

    private CtmKeys prove(ObjectId account, CtmLogin login) {
        String budget = account.toHexString();
        try {
            return switch (login) {
                case CtmLogin.User(var user, var password) ->
                    ctm.login(budget, user, password)
                            .orElseThrow(() -> ApiException.of(ErrorCode.CTM_REJECTED, NO_KEYS));
                case CtmLogin.Keys(CtmKeys given) -> {
                    ctm.prove(new CtmAccess(budget, given));
                    yield given;
                }
            };
        } catch (CtmException.Unauthorized _) {
            throw ApiException.of(ErrorCode.INVALID_CREDENTIALS);
        } catch (CtmException e) {
            throw CtmFailures.asApi(e);
        }
    }

    private Connection save(Caller caller, CtmLogin login, CtmKeys proved) {
        for (int saves = 0; saves < MAX_SAVES; saves++) {
            Optional<Connection> live = keys.liveOf(caller.account());
            Optional<Connection> saved = live.isPresent()
                    ? live.filter(connection -> connection.worksWith(login))
                            .or(() -> lives.update(live.get(), login, proved))
                    : keys.newestDeletedOf(caller.account())
                            .map(ended -> revive(caller, ended, login, proved))
                            .orElseGet(() -> add(caller, login, proved));
            if (saved.isPresent()) {
                return saved.get();
            }
        }
        throw ApiException.of(ErrorCode.CONFLICT, "The account's credentials are being changed by others; try again");
    }

    private Optional<Connection> add(Caller caller, CtmLogin login, CtmKeys proved) {
        ObjectId id = new ObjectId();
        LifeMark mark = LifeMark.first(clock.instant());
        return turns.make(caller, id, mark, () -> lives.add(id, caller.account(), mark, login, proved));
    }

    private Optional<Connection> revive(Caller caller, Connection ended, CtmLogin login, CtmKeys proved) {
        turns.finishDisconnect(ended);
        LifeMark mark = LifeMark.of(ended, Turn.ADDED, clock.instant());
        return turns.make(caller, ended.id(), mark, () -> lives.revive(ended, mark, login, proved));
    }
}
