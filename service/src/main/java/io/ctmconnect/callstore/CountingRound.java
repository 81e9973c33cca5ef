package io.ctmconnect.callstore;

import io.ctmconnect.platform.CampaignCounts;
import io.ctmconnect.platform.CampaignMetrics;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one attempt changes, worked out from what was read before it. Touches nothing itself. */
final class CountingRound {
    private final ObjectId batch;
    private final Map<ObjectId, CampaignCounts> counts;
    private final List<StoredCall> writes = new ArrayList<>();
    private final Set<ObjectId> fences = new TreeSet<>();
    private final Map<ObjectId, Map<String, CampaignMetrics>> differences = new TreeMap<>();

    private CountingRound(ObjectId batch, Map<ObjectId, CampaignCounts> counts) {
        this.batch = batch;
        this.counts = counts;
    }

    /**
     * The attempt.
     *
     * @param batch a new id
     * @param events what is to be stored, one a call
     * @param stored what is stored of those calls
     * @param counts of the campaigns; a campaign that is not there is not counted
     */
    static CountingRound of(
            ObjectId batch,
            Collection<StoredCall> events,
            Map<String, StoredCall> stored,
            Map<ObjectId, CampaignCounts> counts) {
        CountingRound round = new CountingRound(batch, counts);
        events.forEach(event -> round.add(event, stored.get(event.key())));
        return round;
    }

    private void add(StoredCall event, @Nullable StoredCall stored) {
        StoredCall merged = stored == null ? event : stored.and(event);
        Map<ObjectId, Counting> countings = new TreeMap<>(merged.countings());
        countings.replaceAll(
                (campaign, counting) -> counts.containsKey(campaign) ? next(campaign, counting, merged) : counting);
        StoredCall changed = merged.with(countings);
        if (!changed.equals(stored)) {
            writes.add(changed);
        }
    }

    private Counting next(ObjectId campaign, Counting counting, StoredCall call) {
        boolean applied = isApplied(campaign, counting);
        if (counting.begun() != null && !applied) {
            fences.add(campaign);
        }
        Counting resolved = counting.resolved(applied);
        Contribution target = call.contribution();
        if (resolved.isSettledAt(target)) {
            return resolved;
        }
        differences
                .computeIfAbsent(campaign, _ -> new HashMap<>())
                .put(call.key(), target.asMetrics().minus(resolved.metrics()));
        return resolved.begin(batch, target);
    }

    private boolean isApplied(ObjectId campaign, Counting counting) {
        CampaignCounts of = counts.get(campaign);
        return of != null
                && counting.begun() != null
                && of.applied().contains(counting.begun().batch());
    }

    ObjectId batch() {
        return batch;
    }

    /** The calls to be written, by compare-and-set. None: everything is stored and counted. */
    List<StoredCall> writes() {
        return writes;
    }

    /** What is stored once all writes are. */
    Map<String, StoredCall> written(Map<String, StoredCall> stored) {
        Map<String, StoredCall> all = new TreeMap<>(stored);
        writes.forEach(call -> all.put(call.key(), call.withNextRevision()));
        return all;
    }

    /** Campaigns in which somebody else's batch was begun and must not be applied any more. */
    Set<ObjectId> fences() {
        return fences;
    }

    /** The campaigns whose metrics change. */
    Set<ObjectId> campaigns() {
        return differences.keySet();
    }

    /** What a campaign's metrics gain by those calls that have begun this batch. */
    CampaignMetrics gain(ObjectId campaign, Map<String, StoredCall> written) {
        return differences.getOrDefault(campaign, Map.of()).entrySet().stream()
                .filter(difference -> hasBegun(written.get(difference.getKey()), campaign))
                .map(Map.Entry::getValue)
                .reduce(CampaignMetrics.NONE, CampaignMetrics::plus);
    }

    /** Whether any call has begun this batch for the campaign. */
    boolean isBegun(ObjectId campaign, Collection<StoredCall> written) {
        return written.stream().anyMatch(call -> hasBegun(call, campaign));
    }

    private boolean hasBegun(@Nullable StoredCall call, ObjectId campaign) {
        Counting counting = call == null ? null : call.countings().get(campaign);
        return counting != null
                && counting.begun() != null
                && counting.begun().batch().equals(batch);
    }
}
