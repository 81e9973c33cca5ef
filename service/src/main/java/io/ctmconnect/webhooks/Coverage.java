package io.ctmconnect.webhooks;

import io.ctmconnect.callstore.CallStanding;
import io.ctmconnect.ctm.Call;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What a subscription's webhooks should have told of a finished call. */
final class Coverage {
    private Coverage() {}

    /** Whether any webhook should have told of the call: it began when that was there. */
    static boolean isCovered(Subscription subscription, Call call) {
        return isCovered(subscription, CallEventKind.COMPLETED, call)
                || isCovered(subscription, CallEventKind.RECEIVED, call);
    }

    /**
     * The event that was missed.
     *
     * @param call a finished one
     * @param stored what is stored of it; null when it is not
     * @return empty when webhooks have told all that they should
     */
    static Optional<CallEventKind> missed(Subscription subscription, Call call, @Nullable CallStanding stored) {
        ObjectId campaign = subscription.campaign();
        if (isCovered(subscription, CallEventKind.COMPLETED, call)) {
            boolean isTold = stored != null && stored.endedFor().contains(campaign);
            return isTold ? Optional.empty() : Optional.of(CallEventKind.COMPLETED);
        }
        boolean isCounted = stored != null && stored.campaigns().contains(campaign);
        return isCounted || !isCovered(subscription, CallEventKind.RECEIVED, call)
                ? Optional.empty()
                : Optional.of(CallEventKind.RECEIVED);
    }

    /** CTM tells a call's beginning in whole seconds. */
    private static boolean isCovered(Subscription subscription, CallEventKind kind, Call call) {
        Instant since = subscription.since().get(kind);
        Instant start = call.startTime();
        return since != null && start != null && !start.isBefore(since.truncatedTo(ChronoUnit.SECONDS));
    }
}
