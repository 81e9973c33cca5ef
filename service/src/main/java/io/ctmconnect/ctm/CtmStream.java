package io.ctmconnect.ctm;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/** An answer whose body is still on its way. It holds a connection until it is closed. */
final class CtmStream implements AutoCloseable {
    private static final int MAX_ERROR_BYTES = 64 * 1024;
    private static final int PIECE_BYTES = 16 * 1024;

    private final HttpUriRequestBase message;
    private final ClassicHttpResponse response;

    CtmStream(HttpUriRequestBase message, ClassicHttpResponse response) {
        this.message = message;
        this.response = response;
    }

    int status() {
        return response.getCode();
    }

    @Nullable
    String header(String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    /** The beginning of the body, for an error's reason. */
    CtmResponse asError() {
        HttpEntity entity = response.getEntity();
        try {
            byte[] bytes = entity == null ? new byte[0] : entity.getContent().readNBytes(MAX_ERROR_BYTES);
            return new CtmResponse(status(), header(HttpHeaders.RETRY_AFTER), bytes);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * Passes the body on, piece by piece.
     *
     * @throws CtmException when CTM cuts it, or sends nothing for the whole timeout
     * @throws IOException when it cannot be written
     */
    void transferTo(OutputStream out) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return;
        }
        InputStream in = entity.getContent();
        byte[] piece = new byte[PIECE_BYTES];
        for (int length = read(in, piece); length >= 0; length = read(in, piece)) {
            out.write(piece, 0, length);
        }
    }

    private static int read(InputStream in, byte[] piece) {
        try {
            return in.read(piece);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static CtmException failure(IOException e) {
        return e instanceof InterruptedIOException
                ? new CtmException.TimedOut()
                : new CtmException.Unavailable("CTM cut its answer", e);
    }

    /** Gives the connection back after the last byte, else cuts it: the rest is not read. */
    @Override
    public void close() {
        message.cancel();
        try {
            response.close();
        } catch (IOException _) {
            // it is cut already
        }
    }
}
