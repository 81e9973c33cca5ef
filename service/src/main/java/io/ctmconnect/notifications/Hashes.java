package io.ctmconnect.notifications;

import org.bson.types.ObjectId;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Ids that are made from other ids, and fingerprints of secrets: SHA-256. */
final class Hashes {
    private static final int OBJECT_ID_BYTES = 12;

    private Hashes() {}

    /** 64 hexadecimal digits. */
    static String hex(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    /** The first 12 bytes as an id of the platform. */
    static ObjectId objectId(String text) {
        return new ObjectId(Arrays.copyOf(sha256(text), OBJECT_ID_BYTES));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
