package io.ctmconnect.secrets;

import com.google.crypto.tink.Aead;
import org.jboss.logging.Logger;

import java.io.IOException;
import java.util.Optional;

/**
 * The keyset of a file, read again whenever the file is another one. Each use looks at the file's stamp. So who has read
 * a ciphertext from the store finds the key that sealed it: the key was in the file before the ciphertext was in the store.
 * A file that is gone or holds no keyset changes nothing.
 */
final class FollowedKeyset {
    private static final Logger LOG = Logger.getLogger(FollowedKeyset.class);

    private final KeysetFile file;
    private volatile Loaded loaded;

    /** @param stamp of the file that was looked at last, usable or not; empty when there was none */
    private record Loaded(Aead aead, Optional<KeysetFile.Stamp> stamp) {}

    /** @throws IllegalArgumentException when the file holds no keyset for authenticated encryption */
    FollowedKeyset(KeysetFile file) {
        this.file = file;
        Optional<KeysetFile.Stamp> stamp = stamp();
        this.loaded = new Loaded(SecretBox.aead(file.read()), stamp);
    }

    Aead aead() {
        return loaded.stamp().equals(stamp()) ? loaded.aead() : readAgain();
    }

    private synchronized Aead readAgain() {
        Loaded before = loaded;
        // Ahead of the content: if that is newer than its stamp, it is read once more than needed.
        Optional<KeysetFile.Stamp> stamp = stamp();
        if (!before.stamp().equals(stamp)) {
            loaded = new Loaded(readOr(before.aead()), stamp);
        }
        return loaded.aead();
    }

    private Aead readOr(Aead before) {
        try {
            Aead fresh = SecretBox.aead(file.read());
            LOG.info("the keyset was replaced and read again");
            return fresh;
        } catch (IllegalArgumentException e) {
            LOG.error("the replaced keyset cannot be used, the one before stays in use: " + e.getMessage());
            return before;
        }
    }

    private Optional<KeysetFile.Stamp> stamp() {
        try {
            return Optional.of(file.stamp());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
