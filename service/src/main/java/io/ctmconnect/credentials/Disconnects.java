package io.ctmconnect.credentials;

import io.ctmconnect.auth.Caller;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import io.ctmconnect.platform.Campaigns;
import jakarta.inject.Singleton;
import org.bson.types.ObjectId;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Disconnects an account. One atomic change of the connection decides it: from then on no route sees the connection, or its
 * config, and the rest is finished by this request or, when it dies, by the outbox' worker.
 */
@Singleton
class Disconnects {
    /** Each failed one means that somebody else's change succeeded. */
    private static final int MAX_TRIES = 100;

    private final KeyStore keys;
    private final LifeStore lives;
    private final Configs configs;
    private final Campaigns campaigns;
    private final Turns turns;
    private final InstantSource clock;

    Disconnects(
            KeyStore keys, LifeStore lives, Configs configs, Campaigns campaigns, Turns turns, InstantSource clock) {
        this.keys = keys;
        this.lives = lives;
        this.configs = configs;
        this.campaigns = campaigns;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * Disconnects the caller's account.
     *
     * @param global also when campaigns are active, which are disabled then
     * @throws ApiException {@link ErrorCode#RECORD_NOT_FOUND} when it is not connected
     */
    DisconnectView disconnect(Caller caller, boolean global) {
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            Connection live = keys.liveOf(caller.account()).orElseThrow(() -> notConnected(caller.account()));
            Optional<DisconnectView> done = global ? globally(caller, live) : conditionally(caller, live);
            if (done.isPresent()) {
                return done.get();
            }
        }
        throw ApiException.of(ErrorCode.CONFLICT, "The account's connection is being changed by others; try again");
    }

    /** A call that is repeated, because the one before was interrupted, finishes it. */
    private ApiException notConnected(ObjectId account) {
        keys.newestDeletedOf(account).ifPresent(turns::finishDisconnect);
        return ApiException.of(ErrorCode.RECORD_NOT_FOUND);
    }

    private Optional<DisconnectView> globally(Caller caller, Connection live) {
        boolean configured = configs.of(live).isPresent();
        return end(caller, live, Turn.GLOBAL)
                .map(mark -> DisconnectView.global(configured, campaigns.countDisabled(live.account(), mark.at())));
    }

    private Optional<DisconnectView> conditionally(Caller caller, Connection live) {
        boolean configured = configs.of(live).isPresent();
        long active = campaigns.countActive(live.account());
        if (active == 0) {
            return end(caller, live, Turn.DELETED).map(_ -> DisconnectView.deleted(configured));
        }
        // Without a config nothing is left to disconnect, so that nobody is told.
        return configured
                ? end(caller, live, Turn.KEPT).map(_ -> DisconnectView.kept(true, active))
                : Optional.of(DisconnectView.kept(false, active));
    }

    private Optional<LifeMark> end(Caller caller, Connection live, Turn turn) {
        LifeMark mark = LifeMark.of(live, turn, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return turns.make(caller, live.id(), mark, () -> lives.end(live, mark)).map(_ -> mark);
    }
}
