package io.ctmconnect.sandbox.mail;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ctmconnect.sandbox.http.Json;
import jakarta.mail.MessagingException;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The latest 1 000 messages. */
final class Mailbox {

    private static final int LIMIT = 1_000;

    private final Clock clock;
    private final Deque<Mail> mails = new ArrayDeque<>();
    private long last;

    Mailbox(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(Mail.Envelope envelope, byte[] raw) throws MessagingException, IOException {
        mails.addLast(Mail.of(last + 1, clock.instant(), envelope, raw));
        last++;
        if (mails.size() > LIMIT) {
            mails.removeFirst();
        }
    }

    /** Those for a recipient, or all when it is empty, behind a number; oldest first. */
    synchronized ArrayNode list(String to, long since) {
        ArrayNode list = Json.array();
        mails.stream()
                .filter(mail -> mail.seq() > since
                        && (to.isEmpty() || mail.envelope().to().contains(to)))
                .forEach(mail -> list.add(mail.json()));
        return list;
    }

    synchronized Optional<Mail> find(long seq) {
        return mails.stream().filter(mail -> mail.seq() == seq).findFirst();
    }

    synchronized void clear() {
        mails.clear();
        last = 0;
    }
}
