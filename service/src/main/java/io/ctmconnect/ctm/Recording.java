package io.ctmconnect.ctm;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;

/** A recording, or a part of it, that is on its way from CTM. It holds a connection until it is closed. */
public final class Recording implements AutoCloseable {
    private final CtmStream stream;

    Recording(CtmStream stream) {
        this.stream = stream;
    }

    /** 200 for the whole, 206 for a part, 416 for a range that it does not have. */
    public int status() {
        return stream.status();
    }

    /** A header of CTM's answer. */
    public @Nullable String header(String name) {
        return stream.header(name);
    }

    /**
     * Passes it on, piece by piece.
     *
     * @throws CtmException when CTM cuts it, or sends nothing for {@code CTM_TIMEOUT}
     * @throws IOException when it cannot be written
     */
    public void transferTo(OutputStream out) throws IOException {
        stream.transferTo(out);
    }

    /** Gives the connection back after the last byte, else cuts it. */
    @Override
    public void close() {
        stream.close();
    }
}
