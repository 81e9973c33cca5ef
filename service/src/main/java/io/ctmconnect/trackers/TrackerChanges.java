package io.ctmconnect.trackers;

import io.ctmconnect.ctm.CtmNumber;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import io.ctmconnect.http.Standing;
import io.ctmconnect.idempotency.Steps;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** Changes and deletes trackers. Nothing is repeated; what was done before a failure is told, not undone. */
@Singleton
class TrackerChanges {
    private final TrackerLookup lookup;

    TrackerChanges(TrackerLookup lookup) {
        this.lookup = lookup;
    }

    /**
     * Changes what the form names and answers the tracker as it is then.
     *
     * @throws ApiException what {@link TrackerTarget} says, before anything was changed; what went wrong with CTM, with
     *     what stands
     */
    Tracker update(TrackerSession session, TrackerId id, TrackerChangeForm form) {
        TrackerTarget target = TrackerTarget.of(session, id);
        String source = form.fields().isEmpty() ? null : target.source();
        CtmNumber number = form.destination() == null ? null : target.numberToRoute();
        Ledger ledger = new Ledger(Steps.unkept());
        try {
            change(session, ledger, source, form);
            if (number != null) {
                ledger.route(session, number, form.destination());
            }
            return lookup.find(session, id);
        } catch (ApiException e) {
            throw e.withStands(ledger.standings());
        }
    }

    private static void change(TrackerSession session, Ledger ledger, @Nullable String source, TrackerChangeForm form) {
        if (source != null) {
            ledger.write(
                    new Deed.Update(source, false),
                    () -> session.update(source, form.fields()),
                    new Deed.Update(source, true));
        }
    }

    /**
     * Deletes the source and answers its id. The numbers stay.
     *
     * @throws ApiException what {@link TrackerTarget} says; what went wrong with CTM: then the source is still there, or
     *     the error says that this is not known
     */
    String delete(TrackerSession session, TrackerId id) {
        String source = TrackerTarget.of(session, id).source();
        try {
            session.delete(source);
        } catch (ApiException e) {
            if (TrackerSession.isAbsent(e)) {
                throw ApiException.of(ErrorCode.RECORD_NOT_FOUND);
            }
            if (TrackerSession.isRefused(e) || isThere(session, source, e)) {
                throw e;
            }
        }
        return source;
    }

    /** Looks after a deletion that was not answered. */
    private static boolean isThere(TrackerSession session, String source, ApiException failure) {
        try {
            session.source(source);
            return true;
        } catch (ApiException e) {
            if (TrackerSession.isAbsent(e)) {
                return false;
            }
            String detail = "the source " + source + " may have been deleted";
            throw failure.withStands(List.of(new Standing(Deed.SOURCE, source, Deed.UNKNOWN, detail)));
        }
    }
}
