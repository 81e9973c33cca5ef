package io.ctmconnect.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file in which the process that has the database open notes its server's port, for other processes. */
record ServerNote(Path file) {
    private static final String FILE = "embedded-mongodb.port";

    static ServerNote in(Path directory) {
        return new ServerNote(directory.resolve(FILE));
    }

    void write(int port) {
        try {
            Files.writeString(file, String.valueOf(port));
        } catch (IOException e) {
            throw new EmbeddedMongoException(
                    "The port of the embedded database cannot be noted in %s: %s".formatted(file, e), e);
        }
    }

    /** The port of the server of whoever has the database open now; a note that was left behind is of no use. */
    int read() {
        try {
            return Integer.parseInt(Files.readString(file).strip());
        } catch (IOException | NumberFormatException e) {
            throw new EmbeddedMongoException(
                    "The embedded database is open in another process, whose port is not noted in %s. Try again in a moment."
                            .formatted(file),
                    e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // A note that is left behind misleads nobody: it counts only while somebody has the database open.
        }
    }
}
