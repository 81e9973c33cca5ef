package io.ctmconnect.secrets;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;

/** Makes, reads and keeps Tink keysets. */
public final class Keysets {
    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Keysets() {}

    /** A new keyset with one AES-256-GCM key, as Tink's JSON. The text is the secret: show it to its owner only. */
    public static String generate() {
        try {
            KeysetHandle handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a keyset given as Tink's JSON, or as the path of a file that holds it.
     *
     * @throws IllegalArgumentException when it is neither; the message never repeats the value
     */
    public static KeysetHandle read(String jsonOrPath) {
        String json = jsonOrPath.startsWith("{") ? jsonOrPath : readFile(jsonOrPath);
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException _) {
            throw new IllegalArgumentException("is not a Tink keyset in JSON");
        }
    }

    private static String readFile(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException | IllegalArgumentException _) {
            throw new IllegalArgumentException("is neither a keyset in JSON nor a readable file");
        }
    }

    /**
     * The keyset for development: read from {@code keyset.json} in the data directory, which is made when there is none.
     * Two processes that start together end with the same one.
     */
    public static KeysetHandle ofDevelopment(Path dataDirectory) {
        Path file = dataDirectory.resolve("keyset.json");
        try {
            Files.createDirectories(dataDirectory);
            if (!Files.exists(file)) {
                writeNew(file, generate());
            }
        } catch (FileAlreadyExistsException _) {
            return read(file.toString());
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot write " + file, e);
        }
        return read(file.toString());
    }

    /**
     * Writes a keyset to a new file that only its owner can read. The file appears whole or not at all.
     *
     * @throws FileAlreadyExistsException when there is one; it stays as it is
     */
    public static void writeNew(Path file, String keyset) throws IOException {
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "keyset", ".tmp");
        try {
            Files.writeString(draft, keyset, StandardOpenOption.SYNC);
            Files.createLink(file, draft);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
