package io.ctmconnect.trackers;

import io.ctmconnect.ctm.CtmNumber;
import io.ctmconnect.ctm.CtmSource;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import jakarta.inject.Singleton;

import java.util.function.Supplier;

/** Finds one tracker by either kind of id. */
@Singleton
class TrackerLookup {
    /**
     * The tracker.
     *
     * @throws ApiException {@link ErrorCode#RECORD_NOT_FOUND} when the account has none with this id
     */
    Tracker find(TrackerSession session, TrackerId id) {
        return switch (id.kind()) {
            case NUMBER -> byNumber(session, known(() -> session.number(id.value())));
            case SOURCE -> bySource(session, known(() -> session.source(id.value())));
        };
    }

    /** What CTM answers, but in the contract's words when it knows no such thing. */
    static <T> T known(Supplier<T> asked) {
        try {
            return asked.get();
        } catch (ApiException e) {
            throw TrackerSession.isAbsent(e) ? ApiException.of(ErrorCode.RECORD_NOT_FOUND) : e;
        }
    }

    private static Tracker byNumber(TrackerSession session, CtmNumber number) {
        String source = number.sourceId();
        if (source == null) {
            return Tracker.of(number);
        }
        try {
            CtmSource found = session.source(source);
            return new Tracker(number, found, session.numbersOf(source).items());
        } catch (ApiException e) {
            if (TrackerSession.isAbsent(e)) {
                return Tracker.of(number); // deleted a moment ago
            }
            throw e;
        }
    }

    private static Tracker bySource(TrackerSession session, CtmSource source) {
        return Tracker.of(source, known(() -> session.numbersOf(source.id())).items());
    }
}
