package io.ctmconnect.app;

import com.google.crypto.tink.KeysetHandle;
import io.ctmconnect.secrets.KeysetFile;
import io.ctmconnect.secrets.Keysets;
import io.ctmconnect.secrets.Secret;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where a keyset is configured. */
sealed interface KeysetOrigin {
    /**
     * The keyset.
     *
     * @throws IllegalArgumentException when there is none; the message never repeats the value
     */
    KeysetHandle read();

    /** In a file: running processes follow it when it is replaced. */
    record InFile(KeysetFile file) implements KeysetOrigin {
        @Override
        public KeysetHandle read() {
            return file.read();
        }
    }

    /** In the environment itself: a process uses it until its end. */
    record InEnvironment(Secret json) implements KeysetOrigin {
        @Override
        public KeysetHandle read() {
            return Keysets.read(json.reveal());
        }
    }

    /** What {@code ENCRYPTION_KEYSET} names: JSON, or the path of a file. */
    static KeysetOrigin of(Secret jsonOrPath) {
        String text = jsonOrPath.reveal();
        try {
            return Keysets.isJson(text) ? new InEnvironment(jsonOrPath) : new InFile(new KeysetFile(Path.of(text)));
        } catch (InvalidPathException _) {
            throw new IllegalArgumentException("is neither a keyset in JSON nor a readable file");
        }
    }
}
