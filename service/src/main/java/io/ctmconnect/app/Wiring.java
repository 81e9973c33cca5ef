package io.ctmconnect.app;

import com.mongodb.client.MongoDatabase;
import io.ctmconnect.auth.AuthSettings;
import io.ctmconnect.callstore.ReadingSettings;
import io.ctmconnect.console.ConsoleSettings;
import io.ctmconnect.ctm.CtmSettings;
import io.ctmconnect.http.PublicAddress;
import io.ctmconnect.notifications.FcmSettings;
import io.ctmconnect.notifications.LinkSettings;
import io.ctmconnect.notifications.MailSettings;
import io.ctmconnect.platform.PlatformSettings;
import io.ctmconnect.secrets.SecretBox;
import io.ctmconnect.settings.Environment;
import io.ctmconnect.webhooks.WebhookSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.InstantSource;

/** What the features are constructed with and do not make themselves. */
@Singleton
class Wiring {
    private final Configuration configuration = Configuration.of(Environment.ofProcess());

    @Produces
    @Singleton
    StoreSettings store() {
        return configuration.store();
    }

    @Produces
    @Singleton
    ConsoleSettings console() {
        return configuration.console();
    }

    @Produces
    @Singleton
    PublicAddress publicAddress() {
        return configuration.publicAddress();
    }

    @Produces
    @Singleton
    AuthSettings auth() {
        return configuration.auth();
    }

    @Produces
    @Singleton
    CtmSettings ctm() {
        return configuration.ctm();
    }

    @Produces
    @Singleton
    PlatformSettings platform() {
        return configuration.platform();
    }

    @Produces
    @Singleton
    WebhookSettings webhooks() {
        return configuration.webhooks();
    }

    @Produces
    @Singleton
    ReadingSettings reading() {
        return configuration.reading();
    }

    @Produces
    @Singleton
    LinkSettings links() {
        return configuration.links();
    }

    @Produces
    @Singleton
    FcmSettings push() {
        return configuration.push();
    }

    @Produces
    @Singleton
    MailSettings mail() {
        return configuration.mail();
    }

    @Produces
    @Singleton
    SecretBox secretBox() {
        return configuration.encryption().box();
    }

    /** Behind a proxy: the web layer is put together before the store may be opened. */
    @Produces
    @ApplicationScoped
    MongoDatabase database(Store store) {
        return store.database();
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.systemUTC();
    }
}
