package io.ctmconnect.sandbox.journal;

import io.ctmconnect.sandbox.http.Request;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest 10 000 requests to the API. */
public final class Journal {

    private static final int LIMIT = 10_000;

    private final Clock clock;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long last;

    /** A journal that dates by a clock. */
    public Journal(Clock clock) {
        this.clock = clock;
    }

    /** Notes a request with its credentials blotted out. */
    public synchronized void add(Request request, String caller, int status, String fault) {
        last++;
        entries.addLast(new Entry(
                last,
                clock.instant(),
                request.method(),
                request.rawPath(),
                Redaction.of(request.query()),
                Redaction.of(request.body()),
                caller,
                status,
                fault));
        if (entries.size() > LIMIT) {
            entries.removeFirst();
        }
    }

    /** The entries behind a number whose path contains a text, oldest first. */
    public synchronized List<Entry> find(long since, String path) {
        return entries.stream()
                .filter(entry -> entry.seq() > since && entry.path().contains(path))
                .toList();
    }

    /** The number of the latest entry, 0 for none. */
    public synchronized long last() {
        return last;
    }

    /** Forgets all and counts from 1 again. */
    public synchronized void clear() {
        entries.clear();
        last = 0;
    }
}
