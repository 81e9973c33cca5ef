package io.ctmconnect.secrets;

/** A stored secret does not open with the present keyset. Names the place, never the content. */
public final class UnreadableSecretException extends RuntimeException {
    UnreadableSecretException(SecretBox.Place place) {
        super("a stored secret does not open with the present keyset: " + place);
    }
}
