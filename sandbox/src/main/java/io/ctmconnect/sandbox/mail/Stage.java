package io.ctmconnect.sandbox.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The steps of an SMTP conversation at which it can be made to fail. */
enum Stage {
    /** Before the greeting. */
    CONNECT,
    /** AUTH. */
    LOGIN,
    /** MAIL FROM. */
    SENDER,
    /** RCPT TO, for each recipient. */
    RECIPIENT,
    /** The end of the message. */
    MESSAGE;

    static Optional<Stage> of(String word) {
        return Arrays.stream(values())
                .filter(stage -> stage.word().equals(word))
                .findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
