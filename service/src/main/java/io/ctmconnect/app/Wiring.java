package io.ctmconnect.app;

import com.mongodb.client.MongoDatabase;
import io.ctmconnect.auth.AuthSettings;
import io.ctmconnect.ctm.CtmSettings;
import io.ctmconnect.platform.PlatformSettings;
import io.ctmconnect.secrets.SecretBox;
import io.ctmconnect.settings.Environment;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.InstantSource;

/** What the features are constructed with and do not make themselves; made at start, so that what is missing shows then. */
@Startup
@Singleton
class Wiring {
    private final Configuration configuration = Configuration.of(Environment.ofProcess());
    private final SecretBox secretBox = secretBox(configuration.encryption());

    private static SecretBox secretBox(EncryptionSettings encryption) {
        try {
            return SecretBox.of(encryption.open());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("The keyset for stored credentials cannot be used: " + e.getMessage());
        }
    }

    @Produces
    @Singleton
    StoreSettings store() {
        return configuration.store();
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
    SecretBox secretBox() {
        return secretBox;
    }

    @Produces
    @Singleton
    MongoDatabase database(Store store) {
        return store.database();
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.systemUTC();
    }
}
