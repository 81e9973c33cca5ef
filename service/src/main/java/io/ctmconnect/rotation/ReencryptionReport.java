package io.ctmconnect.rotation;

import java.util.List;

/**
 * What became of a collection's sealed documents.
 *
 * @param lookedAt how many have a sealed text
 * @param reencrypted how many were sealed again, or would have been
 * @param current how many there was nothing to do with
 * @param failed what could not be sealed again
 */
public record ReencryptionReport(
        String collection, long lookedAt, long reencrypted, long current, List<Failure> failed) {
    /**
     * A document that could not be sealed again.
     *
     * @param id the document's
     */
    public record Failure(String id, String reason) {}
}
