package io.ctmconnect.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * Seals and opens secrets with AES-256-GCM (Google Tink). The associated data is the place where the ciphertext is
 * stored, so that one copied to another field or document does not open.
 */
public final class SecretBox {
    private final Supplier<Aead> keys;

    private SecretBox(Supplier<Aead> keys) {
        this.keys = keys;
    }

    /**
     * Uses a keyset: its primary key seals, any of its keys opens.
     *
     * @throws IllegalArgumentException when the keyset is not one for authenticated encryption
     */
    public static SecretBox of(KeysetHandle keyset) {
        Aead aead = aead(keyset);
        return new SecretBox(() -> aead);
    }

    /**
     * Uses the keyset that is in the file at each moment.
     *
     * @throws IllegalArgumentException when there is none now, or it is not one for authenticated encryption
     */
    public static SecretBox following(KeysetFile file) {
        return new SecretBox(new FollowedKeyset(file)::aead);
    }

    static Aead aead(KeysetHandle keyset) {
        try {
            return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the keyset is not one for AEAD", e);
        }
    }

    /** Seals a secret for a place; the answer is Base64 text and differs each time. */
    public String seal(Secret secret, Place place) {
        try {
            byte[] sealed =
                    keys.get().encrypt(secret.reveal().getBytes(StandardCharsets.UTF_8), place.associatedData());
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal " + place, e);
        }
    }

    /**
     * Opens what was sealed for this place.
     *
     * @throws UnreadableSecretException when it was sealed by another key, for another place, or was changed
     */
    public Secret open(String sealed, Place place) {
        try {
            byte[] opened = keys.get().decrypt(Base64.getDecoder().decode(sealed), place.associatedData());
            return Secret.of(new String(opened, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            throw new UnreadableSecretException(place);
        }
    }

    /** Whether {@link #open} would. */
    public boolean opens(String sealed, Place place) {
        try {
            open(sealed, place);
            return true;
        } catch (UnreadableSecretException _) {
            return false;
        }
    }

    /**
     * Where a secret is stored. {@link SealedFields} makes them.
     *
     * @param collection the collection's name
     * @param documentId the document's id as text
     * @param field the field's name
     */
    public record Place(String collection, String documentId, String field) {
        byte[] associatedData() {
            return (collection + "\n" + documentId + "\n" + field).getBytes(StandardCharsets.UTF_8);
        }
    }
}
