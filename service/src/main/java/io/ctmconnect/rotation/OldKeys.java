package io.ctmconnect.rotation;

import com.google.crypto.tink.KeysetHandle;
import io.ctmconnect.secrets.KeyRotation;
import io.ctmconnect.secrets.SecretBox;

import java.util.concurrent.atomic.AtomicLong;

/** Finds what would be lost with a keyset's old keys. */
public final class OldKeys {
    private final SecretBox all;
    private final SecretBox left;

    /** @throws IllegalArgumentException when the keyset is not one for authenticated encryption */
    public OldKeys(KeysetHandle keyset) {
        this.all = SecretBox.of(keyset);
        this.left = SecretBox.of(KeyRotation.pruned(keyset));
    }

    /**
     * How many of a collection's documents have a text that an old key opens and no other one.
     *
     * @throws io.ctmconnect.mongo.StoreUnavailableException when the store cannot be reached
     */
    public long neededBy(SealedStore store) {
        AtomicLong needing = new AtomicLong();
        store.forEach(document -> {
            if (document.texts(all, true).size() > document.texts(left, true).size()) {
                needing.incrementAndGet();
            }
        });
        return needing.get();
    }
}
