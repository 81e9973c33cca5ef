package io.ctmconnect.platform;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.ctmconnect.mongo.Documents;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The {@code metrics} of the platform's campaigns. Beside them, in {@code calltrackingmetrics_counts}, is what makes them
 * exact: a revision, for compare-and-set, and the batches that they hold. Metrics without that are not ours: they are
 * replaced at the first count. Writes are unconfirmed: who counts, confirms by a write of its own.
 */
@Singleton
public class CampaignCountStore {
    private static final String METRICS = "metrics";
    private static final String COUNTS = "calltrackingmetrics_counts";
    private static final String REVISION = "revision";
    private static final String APPLIED = "applied";
    private static final String TIMED_CALLS = "timed_calls";

    private final Documents campaigns;

    /** Over the collection that the settings name. */
    public CampaignCountStore(MongoDatabase database, PlatformSettings settings) {
        campaigns = Documents.unconfirmed(database, settings.campaignsCollection());
    }

    /** The counts of those campaigns that exist. */
    public Map<ObjectId, CampaignCounts> find(Collection<ObjectId> ids) {
        List<Document> found = campaigns.with(collection -> collection
                .find(Filters.in("_id", ids))
                .projection(Projections.include(METRICS, COUNTS))
                .into(new ArrayList<>()));
        return found.stream()
                .map(CampaignCountStore::read)
                .collect(Collectors.toMap(CampaignCounts::campaign, Function.identity()));
    }

    /**
     * Saves metrics that hold a batch more, if nobody has changed them since they were read; else nothing changes and
     * the answer is false.
     */
    public boolean apply(CampaignCounts seen, CampaignMetrics metrics, ObjectId batch) {
        return change(
                seen,
                Updates.combine(
                        Updates.set(METRICS, document(metrics)),
                        Updates.set(COUNTS + "." + TIMED_CALLS, metrics.timedCalls()),
                        Updates.push(COUNTS + "." + APPLIED, batch)));
    }

    /**
     * Makes every {@link #apply} impossible that has read the counts before, if nobody has changed them since they were
     * read; else the answer is false.
     */
    public boolean fence(CampaignCounts seen) {
        return change(seen, Updates.set(METRICS, document(seen.metrics())));
    }

    private boolean change(CampaignCounts seen, Bson change) {
        Bson asSeen = Filters.and(
                Filters.eq("_id", seen.campaign()),
                Filters.eq(COUNTS + "." + REVISION, seen.revision() == 0 ? null : seen.revision()));
        Bson next = Updates.combine(change, Updates.set(COUNTS + "." + REVISION, seen.revision() + 1));
        return campaigns.with(collection -> collection.updateOne(asSeen, next).getMatchedCount() == 1);
    }

    /** The batch is settled: no call refers to it any more. */
    public void forget(Collection<ObjectId> ids, ObjectId batch) {
        campaigns.with(collection ->
                collection.updateMany(Filters.in("_id", ids), Updates.pull(COUNTS + "." + APPLIED, batch)));
    }

    private static Document document(CampaignMetrics metrics) {
        Long last = metrics.lastCallAt();
        return new Document("total_calls", metrics.totalCalls())
                .append("answered_calls", metrics.answeredCalls())
                .append("missed_calls", metrics.missedCalls())
                .append("failed_calls", metrics.failedCalls())
                .append("canceled_calls", metrics.canceledCalls())
                .append("total_duration", metrics.totalDuration())
                .append("average_duration", metrics.averageDuration())
                .append("last_call_at", last == null ? null : Date.from(Instant.ofEpochSecond(last)));
    }

    private static CampaignCounts read(Document campaign) {
        ObjectId id = campaign.getObjectId("_id");
        Document counts = campaign.get(COUNTS, Document.class);
        Document metrics = campaign.get(METRICS, Document.class);
        return counts == null || metrics == null
                ? new CampaignCounts(id, 0, CampaignMetrics.NONE, List.of())
                : new CampaignCounts(
                        id,
                        counts.getLong(REVISION),
                        read(metrics, counts),
                        counts.getList(APPLIED, ObjectId.class, List.of()));
    }

    private static CampaignMetrics read(Document metrics, Document counts) {
        return new CampaignMetrics(
                number(metrics, "total_calls"),
                number(metrics, "answered_calls"),
                number(metrics, "missed_calls"),
                number(metrics, "failed_calls"),
                number(metrics, "canceled_calls"),
                number(metrics, "total_duration"),
                number(counts, TIMED_CALLS),
                seconds(metrics.getDate("last_call_at")));
    }

    private static long number(Document document, String field) {
        return document.get(field) instanceof Number number ? number.longValue() : 0;
    }

    private static @Nullable Long seconds(@Nullable Date date) {
        return date == null ? null : Long.valueOf(date.toInstant().getEpochSecond());
    }
}
