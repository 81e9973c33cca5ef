package io.ctmconnect.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A connection over which requests go one after another: bytes out, a status in. It does as little as possible, because it
 * runs on the cores of what it measures. Not for several threads.
 */
final class EventConnection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int MOST_BYTES = 8192;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[MOST_BYTES];
    private int filled;

    private EventConnection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = socket.getInputStream();
    }

    static EventConnection to(int port) throws IOException {
        return new EventConnection(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /**
     * Sends a request and waits for the whole answer.
     *
     * @return its status
     * @throws IOException when there is none within 10 seconds; the connection is of no use then
     */
    int send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        filled = 0;
        String head;
        do {
            fill();
            head = new String(buffer, 0, filled, StandardCharsets.ISO_8859_1);
        } while (!head.contains("\r\n\r\n"));
        Matcher length = LENGTH.matcher(head);
        if (!length.find()) {
            throw new IOException("an answer without a length: " + head);
        }
        int end = head.indexOf("\r\n\r\n") + 4 + Integer.parseInt(length.group(1));
        while (filled < end) {
            fill();
        }
        return Integer.parseInt(head.substring(9, 12));
    }

    private void fill() throws IOException {
        int read = in.read(buffer, filled, MOST_BYTES - filled);
        if (read <= 0) {
            throw new EOFException("the answer ends too early, or is too long");
        }
        filled += read;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
