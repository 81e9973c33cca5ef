package io.ctmconnect.notifications;

import com.icegreen.greenmail.util.GreenMail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that answers each command as a test has planned, else with approval. Silent where the plan is empty. */
final class RawSmtp implements AutoCloseable {
    private static final Map<String, String> USUAL = Map.of(
            "GREETING", "220 raw.example",
            "EHLO", "250-raw.example\r\n250-AUTH PLAIN LOGIN\r\n250 OK",
            "AUTH", "235 OK",
            "DATA", "354 go on",
            "QUIT", "221 bye");

    private final ServerSocket socket;
    private final Map<String, String> planned;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private RawSmtp(Map<String, String> planned) throws IOException {
        this.planned = planned;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** @param planned the replies by command; {@code GREETING} and {@code .} are commands too */
    static RawSmtp answering(Map<String, String> planned) throws IOException {
        RawSmtp server = new RawSmtp(planned);
        Thread.ofVirtual().name("raw-smtp").start(server::accept);
        return server;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** All that clients have said. */
    List<String> lines() {
        return lines;
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
            say(connection, "GREETING");
            converse(connection);
        } catch (IOException _) {
            // the client has gone
        }
    }

    private void converse(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            lines.add(line);
            String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            if (data && !line.equals(".")) {
                continue;
            }
            say(connection, verb);
            if (verb.equals("STARTTLS")) {
                converse(secured(connection));
                return;
            }
            data = verb.equals("DATA") && reply("DATA").startsWith("3");
        }
    }

    private String reply(String verb) {
        return planned.getOrDefault(verb, USUAL.getOrDefault(verb, "250 OK"));
    }

    private void say(Socket connection, String verb) throws IOException {
        String reply = reply(verb);
        if (!reply.isEmpty()) {
            connection.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** With GreenMail's certificate, which nobody trusts. */
    private static Socket secured(Socket connection) throws IOException {
        SSLSocket secured =
                (SSLSocket) tls().getSocketFactory().createSocket(connection, "localhost", connection.getPort(), true);
        secured.setUseClientMode(false);
        return secured;
    }

    private static SSLContext tls() throws IOException {
        char[] password = "changeit".toCharArray();
        try (InputStream file = GreenMail.class.getResourceAsStream("/greenmail.p12")) {
            KeyStore certificate = KeyStore.getInstance("PKCS12");
            certificate.load(file, password);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(certificate, password);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(keys.getKeyManagers(), null, null);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
