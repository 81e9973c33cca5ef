package io.ctmconnect.idempotency;

import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import io.ctmconnect.http.Standing;
import io.ctmconnect.mongo.StoreUnavailableException;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** The one request that has a key to itself, and its entry's last state. */
final class Run {
    private static final Logger LOG = Logger.getLogger(Run.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final IdempotencyStore store;
    private final InstantSource clock;
    private final Steps steps = new Steps(this::note);
    private Entry entry;

    Run(IdempotencyStore store, InstantSource clock, Entry entry) {
        this.store = store;
        this.clock = clock;
        this.entry = entry;
    }

    Steps steps() {
        return steps;
    }

    private void note(List<Standing> stands) {
        Entry next = entry.noted(stamp(), stands, clock.instant());
        if (!isReplaced(next)) {
            throw ApiException.of(ErrorCode.CONFLICT, "Another request has taken this Idempotency-Key over");
        }
        entry = next;
    }

    /** In the middle of a request, which must undo what it has done: it sees one kind of error. */
    private boolean isReplaced(Entry next) {
        try {
            return store.replace(entry, next);
        } catch (StoreUnavailableException e) {
            LOG.error("the store is not available", e);
            throw ApiException.of(ErrorCode.UNAVAILABLE).withRetryAfter(RETRY_AFTER);
        }
    }

    /** Keeps the answer. The caller gets it also when that fails; the key then says that its request was cut off. */
    void keep(int status, String body) {
        try {
            Entry next = entry.answered(stamp(), new Entry.Kept(status, body), clock.instant());
            if (!store.replace(entry, next)) {
                LOG.warn("an answer was not kept: its key has changed");
            }
        } catch (StoreUnavailableException e) {
            LOG.error("an answer could not be kept", e);
        }
    }

    /** Frees the key. */
    void free() {
        try {
            store.remove(entry);
        } catch (StoreUnavailableException e) {
            LOG.warn("a key could not be freed", e);
        }
    }

    private static String stamp() {
        return UUID.randomUUID().toString();
    }
}
