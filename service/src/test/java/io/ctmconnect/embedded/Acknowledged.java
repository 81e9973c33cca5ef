package io.ctmconnect.embedded;

import org.bson.Document;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The documents of one client as the server has acknowledged them. The one command that was under way when the server
 * died may have happened or not, but not by half.
 */
final class Acknowledged {
    private final Map<String, Document> documents = new HashMap<>();
    private Map<String, Optional<Document>> underWay = Map.of();

    /** Runs a command; when it returns, its effect is acknowledged. Empty stands for a deleted document. */
    void run(Map<String, Optional<Document>> effect, Runnable command) {
        underWay = effect;
        command.run();
        underWay = Map.of();
        apply(effect, documents);
    }

    Map<String, Document> documents() {
        return documents;
    }

    /** How many documents are not what was acknowledged. What was found counts as acknowledged from now on. */
    int lost(Map<String, Document> found) {
        Map<String, Document> withLast = new HashMap<>(documents);
        apply(underWay, withLast);
        int lost = found.equals(withLast) ? 0 : differences(documents, found);
        documents.clear();
        documents.putAll(found);
        underWay = Map.of();
        return lost;
    }

    private static void apply(Map<String, Optional<Document>> effect, Map<String, Document> documents) {
        effect.forEach((id, document) -> documents.compute(id, (key, old) -> document.orElse(null)));
    }

    private static int differences(Map<String, Document> one, Map<String, Document> other) {
        return (int) Stream.concat(one.keySet().stream(), other.keySet().stream())
                .distinct()
                .filter(id -> !Objects.equals(one.get(id), other.get(id)))
                .count();
    }
}
