package io.ctmconnect.trackers;

import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.Standing;

import java.util.Optional;

/** Takes one thing away at CTM, once, and tells what is left of it. */
final class Removal {
    private Removal() {}

    /**
     * Empty when it is gone.
     *
     * @param made what is to go
     * @param look asks CTM for it, for when the removal is not answered
     */
    static Optional<Standing> of(Standing made, Runnable removal, Runnable look) {
        try {
            removal.run();
            return Optional.empty();
        } catch (ApiException e) {
            if (TrackerSession.isAbsent(e)) {
                return Optional.empty();
            }
            String still = made.detail() + " and could not be removed: " + e.getMessage();
            Standing there = new Standing(made.type(), made.id(), made.state(), still);
            return TrackerSession.isRefused(e) ? Optional.of(there) : lookedAt(there, made, look);
        }
    }

    private static Optional<Standing> lookedAt(Standing there, Standing made, Runnable look) {
        try {
            look.run();
            return Optional.of(there);
        } catch (ApiException e) {
            String maybe = made.detail() + "; whether it was removed again is not known";
            return TrackerSession.isAbsent(e)
                    ? Optional.empty()
                    : Optional.of(new Standing(made.type(), made.id(), Deed.UNKNOWN, maybe));
        }
    }
}
