package io.ctmconnect.sandbox.mail;

import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.auth.UsernamePasswordValidator;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

import java.util.Optional;

/** Lets every connection and every login in, as far as no fault strikes. */
final class Doorman implements SessionHandler, UsernamePasswordValidator {

    private final MailFaults faults;

    Doorman(MailFaults faults) {
        this.faults = faults;
    }

    @Override
    public SessionAcceptance accept(Session session) {
        Optional<MailFault> fault = faults.strike(Stage.CONNECT, "");
        if (fault.isEmpty()) {
            return SessionAcceptance.success();
        }
        if (fault.get().drops()) {
            Conversation.cut(session);
            return SessionAcceptance.failure(421, "");
        }
        return SessionAcceptance.failure(fault.get().reply(), fault.get().text());
    }

    @Override
    public void onSessionEnd(Session session) {
        // Nothing is kept about a connection.
    }

    @Override
    public void login(String name, String password, MessageContext context) throws LoginFailedException {
        Optional<MailFault> fault = faults.strike(Stage.LOGIN, name);
        if (fault.isPresent()) {
            if (fault.get().drops()) {
                Conversation.cut(context);
            }
            throw new LoginFailedException();
        }
    }
}
