package io.ctmconnect.outbox;

import org.bson.Document;

/**
 * Work to be done once.
 *
 * @param id made from what the work is about, so that whoever asks for the same work makes the same id. Operators see it:
 *     no personal data
 * @param kind names the handler, for instance {@code integration-notice}
 * @param version of the payload's form, from 1. A process that knows only older ones leaves the row to a newer process
 * @param payload what the handler needs. It may hold personal data, never a credential
 */
public record Task(String id, String kind, int version, Document payload) {
    /** Without the payload, which may hold personal data. */
    @Override
    public String toString() {
        return "Task[" + id + ", " + kind + " " + version + "]";
    }
}
