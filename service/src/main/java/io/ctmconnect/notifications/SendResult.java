package io.ctmconnect.notifications;

import java.time.Duration;
import java.util.Optional;

/** What became of sending to one address. Reasons are for operators: they hold no address and no answer's text. */
sealed interface SendResult {
    /**
     * It was taken over by the other side.
     *
     * @param messageId the other side's id for it
     */
    record Sent(String messageId) implements SendResult {}

    /**
     * Nobody is at the address any more, and never will be.
     *
     * @param reason the other side's word for it
     */
    record DeadAddress(String reason) implements SendResult {}

    /** The other side does not take this message for this address; the same again would be refused again. */
    record Refused(String reason) implements SendResult {}

    /**
     * It did not work now, but may later.
     *
     * @param notBefore how long the other side asks us to wait; empty when it does not say
     */
    record TryAgain(Optional<Duration> notBefore, String reason) implements SendResult {
        TryAgain(String reason) {
            this(Optional.empty(), reason);
        }
    }

    /** The result's name in metrics. */
    default String label() {
        return switch (this) {
            case Sent _ -> "sent";
            case DeadAddress _ -> "dead_address";
            case Refused _ -> "refused";
            case TryAgain _ -> "try_again";
        };
    }
}
