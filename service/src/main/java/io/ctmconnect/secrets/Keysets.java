package io.ctmconnect.secrets;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

import java.io.IOException;
import java.nio.channels.FileChannel;
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
            return json(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A keyset as Tink's JSON. The text is the secret: show it to its owner only. */
    public static String json(KeysetHandle keyset) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether what names a keyset is the keyset itself, and not a file. */
    public static boolean isJson(String jsonOrPath) {
        return jsonOrPath.startsWith("{");
    }

    /**
     * Reads a keyset given as Tink's JSON, or as the path of a file that holds it.
     *
     * @throws IllegalArgumentException when it is neither; the message never repeats the value
     */
    public static KeysetHandle read(String jsonOrPath) {
        return isJson(jsonOrPath) ? parse(jsonOrPath) : readFrom(jsonOrPath);
    }

    static KeysetHandle readFrom(String path) {
        return parse(readFile(path));
    }

    static KeysetHandle parse(String json) {
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

    /** Where the keyset for development is. */
    public static KeysetFile developmentFile(Path dataDirectory) {
        return new KeysetFile(dataDirectory.resolve("keyset.json"));
    }

    /**
     * The keyset for development: read from {@code keyset.json} in the data directory, which is made when there is none.
     * Two processes that start together end with the same one.
     */
    public static KeysetFile ofDevelopment(Path dataDirectory) {
        KeysetFile file = developmentFile(dataDirectory);
        try {
            Files.createDirectories(dataDirectory);
            if (!file.exists()) {
                writeNew(file.path(), generate());
            }
        } catch (FileAlreadyExistsException _) {
            return file;
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot write " + file.path(), e);
        }
        return file;
    }

    /**
     * Writes a keyset to a new file that only its owner can read. The file appears whole or not at all.
     *
     * @throws FileAlreadyExistsException when there is one; it stays as it is
     */
    public static void writeNew(Path file, String keyset) throws IOException {
        Path draft = draft(file, keyset);
        try {
            Files.createLink(file, draft);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** A file beside that one, which only its owner can read, with the keyset safe on the disk. */
    static Path draft(Path file, String keyset) throws IOException {
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "keyset", ".tmp");
        Files.writeString(draft, keyset, StandardOpenOption.SYNC);
        return draft;
    }

    static void syncDirectoryOf(Path file) throws IOException {
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent())) {
            directory.force(true);
        }
    }
}
