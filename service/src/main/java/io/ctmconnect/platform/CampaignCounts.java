package io.ctmconnect.platform;

import org.bson.types.ObjectId;

import java.util.List;

/**
 * A campaign's metrics, and which batches of changes they hold.
 *
 * @param revision changes with every change of them; 0 when they have never been counted
 * @param applied the batches that are in the metrics and not yet settled in the calls
 */
public record CampaignCounts(ObjectId campaign, long revision, CampaignMetrics metrics, List<ObjectId> applied) {
    /** These after a {@link CampaignCountStore#fence} that succeeded. */
    public CampaignCounts fenced() {
        return new CampaignCounts(campaign, revision + 1, metrics, applied);
    }
}
