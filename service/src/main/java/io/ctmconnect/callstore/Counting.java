package io.ctmconnect.callstore;

import io.ctmconnect.platform.CampaignMetrics;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * How far one campaign has counted one call.
 *
 * @param counted what its metrics hold of the call; null when nothing
 * @param begun a change that has been begun: its metrics hold {@code begun.to} instead if they name {@code begun.batch}
 */
record Counting(@Nullable Contribution counted, @Nullable Begun begun) {
    static final Counting NOTHING = new Counting(null, null);

    private static final String COUNTED = "counted";
    private static final String BATCH = "batch";
    private static final String TO = "to";

    /**
     * A change of a campaign's metrics.
     *
     * @param batch names it among those that the campaign has applied
     * @param to what the metrics hold of the call afterwards
     */
    record Begun(ObjectId batch, Contribution to) {}

    /** Whether the campaign's metrics hold exactly this, and no change is under way. */
    boolean isSettledAt(Contribution target) {
        return begun == null && target.equals(counted);
    }

    /** This once a batch that was applied, or was made impossible, is out of the way. */
    Counting resolved(boolean applied) {
        return begun == null ? this : new Counting(applied ? begun.to : counted, null);
    }

    /** What the campaign's metrics hold of the call, as sums. */
    CampaignMetrics metrics() {
        return counted == null ? CampaignMetrics.NONE : counted.asMetrics();
    }

    Counting begin(ObjectId batch, Contribution to) {
        return new Counting(counted, new Begun(batch, to));
    }

    static Counting read(Document document) {
        Document counted = document.get(COUNTED, Document.class);
        Document to = document.get(TO, Document.class);
        return new Counting(
                counted == null ? null : Contribution.read(counted),
                to == null ? null : new Begun(document.getObjectId(BATCH), Contribution.read(to)));
    }

    Document toDocument() {
        Document document = new Document(COUNTED, counted == null ? null : counted.toDocument());
        return begun == null ? document : document.append(BATCH, begun.batch).append(TO, begun.to.toDocument());
    }
}
