package io.ctmconnect.sandbox.mail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Response;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.server.SMTPServer;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;

/** An SMTP server without TLS that takes every message for every recipient, with any login or none, and passes none on. */
public final class MailSink implements AutoCloseable {

    private static final int LARGEST = 10 << 20;

    private final Mailbox mailbox;
    private final MailFaults faults = new MailFaults();
    private final SMTPServer server;

    private MailSink(InetAddress address, int port, Clock clock) {
        this.mailbox = new Mailbox(clock);
        Doorman doorman = new Doorman(faults);
        this.server = SMTPServer.port(port)
                .bindAddress(address)
                .hostName("mail-sink.invalid")
                .softwareName("sandbox")
                .insertReceivedHeaders(false)
                .maxMessageSize(LARGEST)
                .sessionHandler(doorman)
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(doorman))
                .messageHandlerFactory(context -> new Conversation(context, mailbox, faults))
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /**
     * Listens on a port.
     *
     * @param port 0 for any free one
     * @param clock dates what arrives
     */
    public static MailSink start(String host, int port, Clock clock) throws IOException {
        MailSink sink = new MailSink(InetAddress.getByName(host), port, clock);
        try {
            sink.server.start();
        } catch (RuntimeException e) {
            throw new IOException("no mail sink on port " + port, e);
        }
        return sink;
    }

    /** Where it listens. */
    public int port() {
        return server.getPortAllocated();
    }

    /** What arrived for a recipient, or for all when that is empty, behind a number. */
    public ObjectNode arrived(String to, long since) {
        ObjectNode answer = Json.object();
        answer.set("mails", mailbox.list(to, since));
        return answer;
    }

    /** A message to look at in a browser, its HTML or else its text; it may load nothing and run nothing. */
    public Optional<Response> page(long seq) {
        return mailbox.find(seq).map(mail -> {
            boolean html = mail.json().hasNonNull("html");
            String body = mail.json().path(html ? "html" : "text").asText("");
            return Response.text(200, (html ? "text/html" : "text/plain") + "; charset=utf-8", body)
                    .with("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'");
        });
    }

    /** A message as it came over the wire. */
    public Optional<Response> raw(long seq) {
        return mailbox.find(seq).map(mail -> Response.text(200, "text/plain; charset=utf-8", mail.raw()));
    }

    /** Orders a fault: {@code {at, reply | drop, to?, after_work?, times?}}. */
    public ObjectNode fail(ObjectNode order) throws Refused {
        faults.add(MailFault.read(order));
        return failures();
    }

    /** The faults in force. */
    public ObjectNode failures() {
        ObjectNode answer = Json.object();
        answer.set("faults", faults.list());
        return answer;
    }

    /** Ends all faults. */
    public void heal() {
        faults.clear();
    }

    /** Forgets what arrived. */
    public void forget() {
        mailbox.clear();
    }

    @Override
    public void close() {
        server.stop();
    }
}
