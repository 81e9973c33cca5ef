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
    Tracker update(NumberDesk desk, TrackerId id, TrackerChangeForm form) {
        TrackerTarget target = TrackerTarget.of(desk, id);
        String source = form.fields().isEmpty() ? null : target.source();
        CtmNumber number = form.destination() == null ? null : target.numberToRoute();
        Ledger ledger = new Ledger(Steps.unkept());
        try {
            change(desk, ledger, source, form);
            if (number != null) {
                ledger.route(desk, number, form.destination());
            }
            return lookup.find(desk, id);
        } catch (ApiException e) {
            throw e.withStands(ledger.standings());
        }
    }

    private static void change(NumberDesk desk, Ledger ledger, @Nullable String source, TrackerChangeForm form) {
        if (source != null) {
            ledger.write(
                    new Deed.Update(source, false),
                    () -> desk.update(source, form.fields()),
                    new Deed.Update(source, true));
        }
    }

    /**
     * Deletes the source and answers its id. The numbers stay.
     *
     * @throws ApiException what {@link TrackerTarget} says; what went wrong with CTM: then the source is still there, or
     *     the error says that this is not known
     */
    String delete(NumberDesk desk, TrackerId id) {
        String source = TrackerTarget.of(desk, id).source();
        try {
            desk.delete(source);
        } catch (ApiException e) {
            if (NumberDesk.isAbsent(e)) {
                throw ApiException.of(ErrorCode.RECORD_NOT_FOUND);
            }
            if (NumberDesk.isRefused(e) || isThere(desk, source, e)) {
                throw e;
            }
        }
        return source;
    }

    /** Looks after a deletion that was not answered. */
    private static boolean isThere(NumberDesk desk, String source, ApiException failure) {
        try {
            desk.source(source);
            return true;
        } catch (ApiException e) {
            if (NumberDesk.isAbsent(e)) {
                return false;
            }
            String detail = "the source " + source + " may have been deleted";
            throw failure.withStands(List.of(new Standing(Deed.SOURCE, source, Deed.UNKNOWN, detail)));
        }
    }
}
