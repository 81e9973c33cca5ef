package io.ctmconnect.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

/**
 * A small file beside the store that holds the number of the last store version whose writes were acknowledged. A store
 * that opens at an older version has lost acknowledged writes and must be refused.
 *
 * <p>The number is written after the store has been synced and before the answers leave. So it is never ahead of the
 * store, whenever the process or the machine dies: no false alarm. It is not synced by itself. After a {@code kill -9}
 * it is exact; after a loss of power it may lag by what the operating system had not yet written (some 30 seconds), and
 * a store that was also truncated within those last versions is then not recognised.
 *
 * <p>Detected: a store that is truncated, emptied, deleted, or replaced by an older copy. Not detected: one replaced by
 * a foreign copy with a higher version, and changed bytes inside (the store itself checks a page when it reads it).
 * Deleting this file switches the check off for the next start; it is then created anew.
 */
final class AcknowledgedVersion implements AutoCloseable {
    private static final int SIZE = 2 * Long.BYTES;

    private final FileChannel channel;

    private AcknowledgedVersion(FileChannel channel) {
        this.channel = channel;
    }

    static AcknowledgedVersion open(Path file) throws IOException {
        return new AcknowledgedVersion(FileChannel.open(file, CREATE, WRITE));
    }

    /** The number last written to the file, or 0, which no store falls below, if there is none or it is unreadable. */
    static long lastIn(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) != SIZE) {
            return 0;
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        long version = bytes.getLong();
        return bytes.getLong() == ~version ? version : 0;
    }

    void write(long version) {
        try {
            channel.write(
                    ByteBuffer.allocate(SIZE).putLong(version).putLong(~version).flip(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.force(true);
        channel.close();
    }
}
