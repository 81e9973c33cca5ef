package io.ctmconnect.ctm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that speaks HTTP byte by byte, so that it can also speak it badly. It plays its replies in order, the last one
 * again and again, each on its own connection.
 */
final class RawCtm implements AutoCloseable {
    /** Writes one reply; the connection is closed after it. */
    interface Reply {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final List<Reply> replies;
    private final AtomicInteger next = new AtomicInteger();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    private RawCtm(List<Reply> replies) throws IOException {
        this.replies = replies;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    static RawCtm playing(Reply... replies) throws IOException {
        RawCtm server = new RawCtm(List.of(replies));
        server.start();
        return server;
    }

    /** A whole answer. */
    static Reply answer(int status, String body, String... headers) {
        String head = "HTTP/1.1 " + status + " X\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length
                + "\r\nConnection: close\r\n";
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return out -> out.write((head + more + "\r\n" + body).getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes as they are, then the end of the connection. */
    static Reply bytes(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes, then the last of them again and again, a few milliseconds apart, until the server is closed. */
    Reply dripping(String text) {
        return out -> {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            while (!closing.await(5, TimeUnit.MILLISECONDS)) {
                out.write(' ');
                out.flush();
            }
        };
    }

    static RawCtm dripping() throws IOException {
        RawCtm server = new RawCtm(new CopyOnWriteArrayList<>());
        server.replies.add(server.dripping("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n{"));
        server.start();
        return server;
    }

    static RawCtm silent() throws IOException {
        RawCtm server = new RawCtm(new CopyOnWriteArrayList<>());
        server.replies.add(_ -> server.closing.await());
        server.start();
        return server;
    }

    URI url() {
        return URI.create("http://localhost:" + socket.getLocalPort());
    }

    int requests() {
        return heads.size();
    }

    List<String> heads() {
        return heads;
    }

    List<String> bodies() {
        return bodies;
    }

    private void start() {
        Thread.ofVirtual().name("raw-ctm").start(this::accept);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = connection.getInputStream();
            String head = head(in);
            bodies.add(new String(in.readNBytes(length(head)), StandardCharsets.UTF_8));
            heads.add(head);
            Reply reply = replies.get(Math.min(next.getAndIncrement(), replies.size() - 1));
            reply.write(connection.getOutputStream());
        } catch (IOException _) {
            // the client has gone
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = in.read();
            if (read < 0) {
                throw new IOException("no request");
            }
            head.append((char) read);
        }
        return head.toString();
    }

    private static int length(String head) {
        return head.toLowerCase(Locale.ROOT)
                .lines()
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
