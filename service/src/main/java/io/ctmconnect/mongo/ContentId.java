package io.ctmconnect.mongo;

import org.bson.types.ObjectId;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Ids that are made of what a document is about: whoever writes the same thing again meets the document that is there, at
 * whatever process and however late.
 */
public final class ContentId {
    private static final int DIGEST_BYTES = 8;

    private ContentId() {}

    /**
     * The id of a thing. Things of one time get ids that lie together, so that writing them changes few pages of the index
     * and of the embedded store's file.
     *
     * @param sequence a number of the thing itself that grows with time; only its 40 lowest bits count, and 256 neighbours
     *     are alike
     * @param parts what tells the thing from all others, in a fixed order
     */
    public static ObjectId of(long sequence, byte[]... parts) {
        MessageDigest digest = sha256();
        for (byte[] part : parts) {
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
            digest.update(part);
        }
        return new ObjectId(ByteBuffer.allocate(Integer.BYTES + DIGEST_BYTES)
                .putInt((int) (sequence >>> Byte.SIZE))
                .put(digest.digest(), 0, DIGEST_BYTES)
                .array());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
