package io.ctmconnect.platform;

import com.mongodb.client.MongoDatabase;

/** The platform's collections for tests of other packages. */
public final class TestPlatform {
    private TestPlatform() {}

    public static Campaigns campaigns(MongoDatabase database) {
        return new Campaigns(database, new PlatformSettings("campaigns"));
    }
}
