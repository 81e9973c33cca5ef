package io.ctmconnect.calls;

import io.ctmconnect.credentials.CtmSession;
import io.ctmconnect.ctm.CallPage;
import io.ctmconnect.ctm.CallSearch;
import io.ctmconnect.ctm.CtmApi;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

/** Reads the activities of one CTM account, on behalf of one request, whose threads may share it. */
final class CallReader {
    private final CtmApi ctm;
    private final CtmSession session;
    private final String account;
    private final AtomicReference<Instant> asOf = new AtomicReference<>(Instant.MAX);
    private volatile boolean isStopped;

    CallReader(CtmApi ctm, CtmSession session, String account) {
        this.ctm = ctm;
        this.session = session;
        this.account = account;
    }

    CallPage page(CallSearch search) {
        if (isStopped) {
            throw new CancellationException();
        }
        CallPage page = session.read(access -> ctm.searchCalls(access, account, search));
        asOf.accumulateAndGet(page.readAt(), CallReader::earlier);
        return page;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** When CTM was asked for the oldest page so far: calls that began later may be missing. */
    Instant asOf() {
        return asOf.get();
    }

    /** Nobody waits for the calls any more: no further page is asked for. */
    void stop() {
        isStopped = true;
    }

    /**
     * Reads on to the end, one page after another.
     *
     * @param from where to begin; empty when there is nothing more to read
     */
    <T> ReadRows<T> read(RowFold<T> rows, Optional<CallSearch> from) {
        Optional<CallSearch> next = from;
        while (next.isPresent()) {
            CallSearch search = next.get();
            next = rows.add(search, page(search));
        }
        return rows.result();
    }
}
