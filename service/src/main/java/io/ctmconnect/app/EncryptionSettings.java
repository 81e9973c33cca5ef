package io.ctmconnect.app;

import io.ctmconnect.secrets.KeysetFile;
import io.ctmconnect.secrets.Keysets;
import io.ctmconnect.secrets.Secret;
import io.ctmconnect.secrets.SecretBox;
import io.ctmconnect.settings.Environment;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * What stored credentials are sealed with.
 *
 * @param keyset {@code ENCRYPTION_KEYSET}; null with the embedded store, which keeps a generated one beside its file
 * @param dataDirectory where that one is kept
 */
record EncryptionSettings(@Nullable Secret keyset, Path dataDirectory) {
    private static final String KEYSET = "ENCRYPTION_KEYSET";

    static EncryptionSettings of(Environment environment, StoreSettings store) {
        Secret keyset = environment.text(KEYSET).map(Secret::of).orElse(null);
        if (keyset == null && environment.text("MONGODB_URI").isPresent()) {
            environment.problem(KEYSET, "must be set with MONGODB_URI; ./ctm-connect keys generate makes one");
        }
        EncryptionSettings settings = new EncryptionSettings(keyset, store.dataDirectory());
        if (keyset != null) {
            settings.tryOut(environment, KEYSET, "");
        }
        return settings;
    }

    /** Makes the development keyset where it is needed and not there yet. */
    void prepare(Environment environment) {
        if (keyset == null) {
            tryOut(environment, "DATA_DIR", "has no usable keyset.json: ");
        }
    }

    private void tryOut(Environment environment, String key, String prefix) {
        try {
            box();
        } catch (IllegalArgumentException e) {
            environment.problem(key, prefix + e.getMessage());
        }
    }

    /** Seals and opens; a keyset in a file is followed when it is replaced. */
    SecretBox box() {
        if (keyset == null) {
            return SecretBox.following(Keysets.ofDevelopment(dataDirectory));
        }
        return switch (origin()) {
            case KeysetOrigin.InFile(KeysetFile file) -> SecretBox.following(file);
            case KeysetOrigin.InEnvironment inEnvironment -> SecretBox.of(inEnvironment.read());
        };
    }

    /** Where the keyset is, also when it is not there yet. */
    KeysetOrigin origin() {
        return keyset == null
                ? new KeysetOrigin.InFile(Keysets.developmentFile(dataDirectory))
                : KeysetOrigin.of(keyset);
    }
}
