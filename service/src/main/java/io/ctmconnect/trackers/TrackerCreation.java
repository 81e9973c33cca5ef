package io.ctmconnect.trackers;

import io.ctmconnect.ctm.CtmNumber;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import io.ctmconnect.http.Violation;
import io.ctmconnect.idempotency.Steps;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Creates a tracker: buys a number if asked to, creates the source, attaches the number to it and routes it. No step is
 * repeated. Where one fails, those before it are undone; the error says what still stands.
 */
@Singleton
class TrackerCreation {
    private static final Logger LOG = Logger.getLogger(TrackerCreation.class);

    private final TrackerLookup lookup;

    TrackerCreation(TrackerLookup lookup) {
        this.lookup = lookup;
    }

    /** @param warnings what CTM has to say of it, and what was asked for and not done */
    record Created(Tracker tracker, List<String> warnings) {}

    /**
     * The new tracker.
     *
     * @throws ApiException the failed step's error, with what stands; a violation when {@code number_id} is no number of
     *     the account, and {@link ErrorCode#CONFLICT} when {@code phone_number} is one already: then nothing was done
     */
    Created create(TrackerSession session, TrackerForm form, Steps steps) {
        Ledger ledger = new Ledger(steps);
        try {
            return new CreationRun(session, form, ledger).run(numberToUse(session, form), lookup);
        } catch (ApiException e) {
            throw e.withStands(CreationUndo.of(session, ledger.deeds(), e));
        } catch (RuntimeException e) {
            if (ledger.deeds().isEmpty()) {
                throw e;
            }
            LOG.error("a creation failed half-way", e);
            ApiException failure = ApiException.of(ErrorCode.INTERNAL);
            throw failure.withStands(CreationUndo.of(session, ledger.deeds(), failure));
        }
    }

    private static @Nullable CtmNumber numberToUse(TrackerSession session, TrackerForm form) {
        String id = form.numberId();
        if (id == null) {
            return null;
        }
        try {
            return session.number(id);
        } catch (ApiException e) {
            throw TrackerSession.isAbsent(e)
                    ? ApiException.invalid(List.of(new Violation("number_id", "is no number of this CTM account")))
                    : e;
        }
    }
}
