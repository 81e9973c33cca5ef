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
    Tracker find(NumberDesk desk, TrackerId id) {
        return switch (id.kind()) {
            case NUMBER -> byNumber(desk, known(() -> desk.number(id.value())));
            case SOURCE -> bySource(desk, known(() -> desk.source(id.value())));
        };
    }

    /** What CTM answers, but in the contract's words when it knows no such thing. */
    static <T> T known(Supplier<T> asked) {
        try {
            return asked.get();
        } catch (ApiException e) {
            throw NumberDesk.isAbsent(e) ? ApiException.of(ErrorCode.RECORD_NOT_FOUND) : e;
        }
    }

    private static Tracker byNumber(NumberDesk desk, CtmNumber number) {
        String source = number.sourceId();
        if (source == null) {
            return Tracker.of(number);
        }
        try {
            CtmSource found = desk.source(source);
            return new Tracker(number, found, desk.numbersOf(source).items());
        } catch (ApiException e) {
            if (NumberDesk.isAbsent(e)) {
                return Tracker.of(number); // deleted a moment ago
            }
            throw e;
        }
    }

    private static Tracker bySource(NumberDesk desk, CtmSource source) {
        return Tracker.of(source, known(() -> desk.numbersOf(source.id())).items());
    }
}
