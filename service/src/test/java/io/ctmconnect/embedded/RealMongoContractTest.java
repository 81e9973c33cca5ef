package io.ctmconnect.embedded;

import org.junit.jupiter.api.condition.EnabledIf;

import static java.util.Objects.requireNonNullElse;

/** Runs on the MongoDB named by the system property or environment variable {@code MONGODB_URI}, if any. */
@EnabledIf(value = "named", disabledReason = "set MONGODB_URI to run the contract on a real MongoDB")
class RealMongoContractTest extends MongoContractTest {

    @Override
    TestServer server() {
        return new TestServer(uri(), () -> {});
    }

    static boolean named() {
        return !uri().isEmpty();
    }

    private static String uri() {
        return System.getProperty("MONGODB_URI", requireNonNullElse(System.getenv("MONGODB_URI"), ""));
    }
}
