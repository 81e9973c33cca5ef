package io.ctmconnect.app;

import com.google.crypto.tink.KeysetHandle;
import io.ctmconnect.secrets.KeyRotation;

/** What {@code keys rotate} does with a keyset. */
enum RotationStep {
    /** Adds a key that opens only, for processes that do not see a new keyset at the same time. */
    PREPARE,
    /** Makes that key the one that seals. */
    PROMOTE,
    /** Both at once. */
    ROTATE;

    /** @throws RefusedException when the keyset is at another step */
    KeysetHandle of(KeysetHandle keyset) {
        boolean waits = !KeyRotation.waiting(keyset).isEmpty();
        return switch (this) {
            case PREPARE -> KeyRotation.prepared(unless(waits, keyset));
            case ROTATE -> KeyRotation.promoted(KeyRotation.prepared(unless(waits, keyset)));
            case PROMOTE -> {
                if (!waits) {
                    throw new RefusedException(
                            "No key waits to be promoted: ./ctm-connect keys rotate --prepare adds one.");
                }
                yield KeyRotation.promoted(keyset);
            }
        };
    }

    private static KeysetHandle unless(boolean waits, KeysetHandle keyset) {
        if (waits) {
            throw new RefusedException("A key waits to be promoted already: ./ctm-connect keys rotate --promote");
        }
        return keyset;
    }
}
