package io.ctmconnect.rotation;

import com.google.crypto.tink.KeysetHandle;
import io.ctmconnect.rotation.ReencryptionReport.Failure;
import io.ctmconnect.secrets.KeyRotation;
import io.ctmconnect.secrets.SecretBox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Seals with the primary key what another one has sealed. The service may run meanwhile: a document is changed only if its
 * texts are still those that were looked at, so a login that comes in between wins. What the primary key has sealed is left
 * as it is, so it can be ended at any moment and run again.
 */
public final class Reencryption {
    private static final int ATTEMPTS = 10;
    private static final int DOCUMENTS_A_REPORT = 100;

    private final SecretBox all;
    private final SecretBox primary;
    private final boolean dryRun;
    private final Consumer<ReencryptionReport> progress;

    /**
     * @param dryRun whether it only counts
     * @param progress is told how far a collection is, now and then
     * @throws IllegalArgumentException when the keyset is not one for authenticated encryption
     */
    public Reencryption(KeysetHandle keyset, boolean dryRun, Consumer<ReencryptionReport> progress) {
        this.all = SecretBox.of(keyset);
        this.primary = SecretBox.of(KeyRotation.primaryAlone(keyset));
        this.dryRun = dryRun;
        this.progress = progress;
    }

    private enum Outcome {
        CURRENT,
        REENCRYPTED,
        DOES_NOT_OPEN,
        KEEPS_CHANGING
    }

    private static final class Tally {
        private final String collection;
        private final List<Failure> failed = new ArrayList<>();
        private long reencrypted;
        private long current;

        Tally(String collection) {
            this.collection = collection;
        }

        void add(SealedDocument document, Outcome outcome) {
            switch (outcome) {
                case CURRENT -> current++;
                case REENCRYPTED -> reencrypted++;
                case DOES_NOT_OPEN ->
                    failed.add(new Failure(document.id().toString(), "does not open with any key of the keyset"));
                case KEEPS_CHANGING -> failed.add(new Failure(document.id().toString(), "keeps being changed"));
            }
        }

        ReencryptionReport report() {
            return new ReencryptionReport(
                    collection, reencrypted + current + failed.size(), reencrypted, current, List.copyOf(failed));
        }
    }

    /**
     * Goes through a collection.
     *
     * @throws io.ctmconnect.mongo.StoreUnavailableException when the store cannot be reached; what was done stays done
     */
    public ReencryptionReport of(SealedStore store) {
        Tally tally = new Tally(store.collection());
        store.forEach(document -> {
            tally.add(document, settle(store, document));
            ReencryptionReport soFar = tally.report();
            if (soFar.lookedAt() % DOCUMENTS_A_REPORT == 0) {
                progress.accept(soFar);
            }
        });
        return tally.report();
    }

    private Outcome settle(SealedStore store, SealedDocument found) {
        Optional<SealedDocument> seen = Optional.of(found);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (seen.isEmpty()) {
                return Outcome.CURRENT;
            }
            Optional<Outcome> outcome = attempt(store, seen.get());
            if (outcome.isPresent()) {
                return outcome.get();
            }
            seen = store.find(found.id());
        }
        return Outcome.KEEPS_CHANGING;
    }

    /** Empty when the document has changed since it was seen. */
    private Optional<Outcome> attempt(SealedStore store, SealedDocument seen) {
        Map<String, String> fresh = resealed(seen);
        if (!fresh.isEmpty() && !dryRun && !store.replace(seen, fresh)) {
            return Optional.empty();
        }
        if (!seen.texts(all, false).isEmpty()) {
            return Optional.of(Outcome.DOES_NOT_OPEN);
        }
        return Optional.of(fresh.isEmpty() ? Outcome.CURRENT : Outcome.REENCRYPTED);
    }

    /** The texts that another key has sealed, sealed by the primary one. */
    private Map<String, String> resealed(SealedDocument seen) {
        Map<String, String> fresh = new HashMap<>(seen.texts(all, true));
        fresh.keySet().removeAll(seen.texts(primary, true).keySet());
        fresh.replaceAll((field, text) -> {
            SecretBox.Place place = seen.place(field);
            return primary.seal(all.open(text, place), place);
        });
        return fresh;
    }
}
