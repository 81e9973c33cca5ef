package io.ctmconnect.embedded;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class EmbeddedMongoContractTest extends MongoContractTest {
    @TempDir
    private static Path directory = Path.of("");

    @Override
    TestServer server() {
        return TestServer.start(false, directory);
    }
}
