package io.ctmconnect.credentials;

import com.mongodb.client.MongoDatabase;
import io.ctmconnect.auth.Caller;
import io.ctmconnect.ctm.CtmApi;
import io.ctmconnect.outbox.Outbox;
import io.ctmconnect.outbox.TestOutbox;
import io.ctmconnect.platform.Campaigns;
import io.ctmconnect.platform.TestPlatform;

import java.time.InstantSource;

/** What one process of the service has for the life of connections; processes share the store alone. */
final class Instance {
    private final MongoDatabase database;
    private final InstantSource clock;
    private final ConnectionFacts facts;
    private final Configs configs;
    private final Credentials credentials;
    private final Disconnects disconnects;

    Instance(LifeWorld world, MongoDatabase database) {
        this.database = database;
        this.clock = world::now;
        CtmApi ctm = world.ctm();
        KeyDocument document = new KeyDocument(world.box());
        KeyStore keys = new KeyStore(database, document, clock);
        LifeStore lives = new LifeStore(keys, document, database);
        KeyRenewals renewals = new KeyRenewals(ctm, keys, world.ctmSettings());
        UserConfigStore stored = new UserConfigStore(database, clock);
        configs = new Configs(new CtmSessions(keys, renewals), keys, stored);
        Campaigns campaigns = TestPlatform.campaigns(database);
        Outbox outbox = TestOutbox.of(database, clock);
        DisconnectRest rest = new DisconnectRest(keys, stored, campaigns, new WebhookRemoval(ctm, renewals, campaigns));
        facts = new ConnectionFacts(lives, new FenceStore(database, clock), rest, outbox);
        Turns turns = new Turns(outbox, facts, lives, rest);
        credentials = new Credentials(ctm, keys, lives, turns, clock);
        disconnects = new Disconnects(keys, lives, configs, campaigns, turns, clock);
    }

    Connection connect(Caller caller) {
        return credentials.connect(caller, LifeWorld.LOGIN);
    }

    DisconnectView disconnect(Caller caller, boolean global) {
        return disconnects.disconnect(caller, global);
    }

    void configure(Caller caller, Connection connection) {
        configs.choose(caller, new ConfigForm(connection.id().toHexString(), "482913", null));
    }

    void settleHeldRows() {
        TestOutbox.settleHeldRows(database, facts, clock);
    }
}
