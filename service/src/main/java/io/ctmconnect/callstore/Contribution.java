package io.ctmconnect.callstore;

import io.ctmconnect.ctm.Call;
import io.ctmconnect.ctm.CallStatus;
import io.ctmconnect.platform.CampaignMetrics;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What one call adds to the metrics of a campaign.
 *
 * @param missed whether it is a finished inbound call that nobody answered
 * @param duration seconds, ringing included; null while it goes on and where CTM gives none
 * @param lastStart the latest start that an event has named, epoch seconds; null when none has
 */
record Contribution(
        CallStatus status,
        boolean missed,
        @Nullable Long duration,
        @Nullable Long lastStart) {
    private static final String STATUS = "status";
    private static final String MISSED = "missed";
    private static final String DURATION = "duration";
    private static final String LAST_START = "last_start";

    static Contribution of(Call call, @Nullable Long lastStart) {
        boolean finished = call.status() != CallStatus.IN_PROGRESS;
        return new Contribution(call.status(), call.isMissed(), finished ? call.duration() : null, lastStart);
    }

    static Contribution read(Document document) {
        return new Contribution(
                CallStatus.valueOf(document.getString(STATUS)),
                document.getBoolean(MISSED),
                document.getLong(DURATION),
                document.getLong(LAST_START));
    }

    Document toDocument() {
        return new Document(STATUS, status.name())
                .append(MISSED, missed)
                .append(DURATION, duration)
                .append(LAST_START, lastStart);
    }

    /** This alone, as sums. */
    CampaignMetrics asMetrics() {
        return new CampaignMetrics(
                1,
                status == CallStatus.ANSWERED ? 1 : 0,
                missed ? 1 : 0,
                status == CallStatus.FAILED ? 1 : 0,
                status == CallStatus.CANCELED ? 1 : 0,
                duration == null ? 0 : duration,
                duration == null ? 0 : 1,
                lastStart);
    }
}
