package io.ctmconnect.callstore;

import io.ctmconnect.ctm.Call;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * Which of two events of a call says more, by what they say and not by when they came: a finished call more than one that
 * goes on, then the one that CTM indexed later. The digest decides between equals, so that every order of the same
 * events ends in the same state.
 *
 * @param finished whether the call has ended
 * @param indexedAt CTM's {@code indexed_at}, epoch milliseconds; 0 when it is not there
 * @param digest of the event's JSON
 */
record CallVersion(boolean finished, long indexedAt, String digest) implements Comparable<CallVersion> {
    private static final Comparator<CallVersion> BY_CTM =
            Comparator.comparing(CallVersion::finished).thenComparingLong(CallVersion::indexedAt);
    private static final Comparator<CallVersion> ORDER = BY_CTM.thenComparing(CallVersion::digest);

    static CallVersion of(Call call) {
        return new CallVersion(
                call.isFinished(), call.indexedAtMillis(), digest(call.json().toString()));
    }

    /** Whether this is later by CTM's own words; two that differ in the digest alone are of the same moment. */
    boolean isBeyond(CallVersion other) {
        return BY_CTM.compare(this, other) > 0;
    }

    private static String digest(String json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int compareTo(CallVersion other) {
        return ORDER.compare(this, other);
    }
}
