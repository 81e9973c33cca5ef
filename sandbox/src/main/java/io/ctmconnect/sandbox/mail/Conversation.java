package io.ctmconnect.sandbox.mail;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.AuthenticationHandler;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes one message, as far as no fault strikes. */
final class Conversation implements MessageHandler {

    private static final int NOT_MIME = 554;

    private final MessageContext context;
    private final Mailbox mailbox;
    private final MailFaults faults;
    private final List<String> to = new ArrayList<>();
    private String from = "";

    Conversation(MessageContext context, Mailbox mailbox, MailFaults faults) {
        this.context = context;
        this.mailbox = mailbox;
        this.faults = faults;
    }

    @Override
    public void from(String address) throws RejectException {
        meet(faults.strike(Stage.SENDER, address));
        from = address;
    }

    @Override
    public void recipient(String address) throws RejectException {
        meet(faults.strike(Stage.RECIPIENT, address));
        to.add(address);
    }

    @Override
    public @Nullable String data(InputStream data) throws RejectException, IOException {
        byte[] raw = data.readAllBytes();
        Optional<MailFault> fault = faults.strike(Stage.MESSAGE, String.join(" ", to));
        if (fault.isEmpty() || fault.get().afterWork()) {
            keep(raw);
        }
        meet(fault);
        return null;
    }

    private void keep(byte[] raw) throws RejectException, IOException {
        String login = context.getAuthenticationHandler()
                .map(AuthenticationHandler::getIdentity)
                .map(Object::toString)
                .orElse("");
        try {
            mailbox.add(new Mail.Envelope(from, List.copyOf(to), login), raw);
        } catch (MessagingException e) {
            throw new RejectException(NOT_MIME, "5.6.0 not a message: " + e.getMessage());
        }
    }

    private void meet(Optional<MailFault> fault) throws RejectException {
        if (fault.isEmpty()) {
            return;
        }
        if (fault.get().drops()) {
            cut(context);
        }
        throw new RejectException(fault.get().reply(), fault.get().text());
    }

    /** Ends the connection; what is said afterwards reaches nobody. */
    static void cut(MessageContext context) {
        if (context instanceof Session session) {
            try {
                session.closeSocket();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void done() {
        to.clear();
    }
}
