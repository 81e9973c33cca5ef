package io.ctmconnect.outbox;

import java.time.Duration;
import java.util.Optional;

/** What became of an attempt. Reasons are shown to operators: no personal data, no credential. */
public sealed interface Outcome {
    /** The work is done. */
    record Done() implements Outcome {}

    /**
     * It did not work now.
     *
     * @param notBefore the other side's wish for the time until the next attempt; it only ever makes it later
     * @param reason in a few words, for operators
     */
    record TryAgain(Optional<Duration> notBefore, String reason) implements Outcome {
        public TryAgain(String reason) {
            this(Optional.empty(), reason);
        }
    }

    /**
     * No further attempt can help: the row is parked at once.
     *
     * @param reason in a few words, for operators
     */
    record GiveUp(String reason) implements Outcome {}
}
