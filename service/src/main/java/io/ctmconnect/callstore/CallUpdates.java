package io.ctmconnect.callstore;

import io.ctmconnect.ctm.Call;
import io.ctmconnect.platform.CampaignCountStore;
import io.ctmconnect.platform.CampaignCounts;
import io.ctmconnect.platform.CampaignMetrics;
import jakarta.inject.Singleton;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stores what events say of calls, and keeps the metrics of their campaigns exact: with events that come twice, late, in any
 * order, at several processes at once, and with a crash between any two steps.
 *
 * <p>Calls and campaigns are different documents, and there is no transaction. So a call's document says what its campaign
 * has counted of it, and what a batch is about to make of that; the campaign's document says which batches its metrics
 * hold. Both change by compare-and-set only, in this order: the calls begin the batch; the campaign applies it; the calls
 * settle; the campaign forgets it. Whoever finds a call with a batch that somebody else has begun can tell from the
 * campaign whether it counts. If it does not, its owner may still be about to apply it, and is fenced off first.
 */
@Singleton
public class CallUpdates {
    /** Each round that is lost means that somebody else has won one. */
    private static final int MAX_ROUNDS = 100;

    private final CallStore calls;
    private final CampaignCountStore campaigns;

    CallUpdates(CallStore calls, CampaignCountStore campaigns) {
        this.calls = calls;
        this.campaigns = campaigns;
    }

    /**
     * Stores the updates and counts them. Again is the same.
     *
     * @return the calls of which the updates say at least as much as was stored before
     */
    public List<CallChange> apply(Collection<CallUpdate> updates) {
        Map<String, StoredCall> events = new TreeMap<>();
        updates.forEach(update -> events.merge(update.callKey(), StoredCall.of(update), StoredCall::and));
        Map<String, StoredCall> before = calls.find(events.keySet());
        settle(events, before);
        return events.values().stream()
                .filter(event -> event.isNotOlderThan(before.get(event.key())))
                .map(event -> new CallChange(event.ctmAccount(), event.call()))
                .toList();
    }

    /**
     * Stores calls that were read from CTM, where they say more than what is stored, for no campaign. What campaigns have
     * counted of them before is kept exact. Like {@link #apply} it is confirmed by the caller's next write.
     */
    public void store(String ctmAccount, Collection<Call> read) {
        Map<String, StoredCall> rows = new TreeMap<>();
        read.forEach(call -> {
            StoredCall row = StoredCall.of(new CallUpdate(ctmAccount, call, null));
            rows.merge(row.key(), row, StoredCall::and);
        });
        Map<String, StoredCall> before = new TreeMap<>(calls.find(rows.keySet()));
        rows.values().removeIf(row -> isDone(row, before.get(row.key())));
        before.keySet().retainAll(rows.keySet());
        if (!rows.isEmpty()) {
            settle(rows, before);
        }
    }

    /** Whether nothing is to be stored of a row, and nobody has begun a change of the call and not settled it. */
    private static boolean isDone(StoredCall row, @Nullable StoredCall stored) {
        return stored != null && stored.isSettled() && !row.saysMoreThan(stored);
    }

    /** What is stored of calls, by CTM's id; those that are not are left out. */
    public Map<String, CallStanding> standing(String ctmAccount, Collection<Call> of) {
        Set<String> keys =
                of.stream().map(call -> StoredCall.key(ctmAccount, call)).collect(Collectors.toSet());
        return calls.find(keys).values().stream()
                .collect(Collectors.toMap(
                        stored -> String.valueOf(stored.call().id()),
                        stored -> new CallStanding(stored.countings().keySet(), stored.endedFor())));
    }

    private void settle(Map<String, StoredCall> events, Map<String, StoredCall> before) {
        Map<String, StoredCall> stored = before;
        Map<ObjectId, Set<ObjectId>> applied = new HashMap<>();
        for (int rounds = 0; rounds < MAX_ROUNDS; rounds++) {
            Map<ObjectId, CampaignCounts> counts = campaigns.find(campaignsOf(events, stored));
            CountingRound round = CountingRound.of(new ObjectId(), events.values(), stored, counts);
            if (round.writes().isEmpty()) {
                applied.forEach((batch, of) -> campaigns.forget(of, batch));
                return;
            }
            boolean fenced = fence(round, counts);
            stored =
                    fenced && calls.write(round.writes(), stored) ? round.written(stored) : calls.find(events.keySet());
            if (fenced) {
                applied.put(round.batch(), count(round, stored, counts));
            }
        }
        throw new IllegalStateException("the calls are being changed by others all the time");
    }

    private static Set<ObjectId> campaignsOf(Map<String, StoredCall> events, Map<String, StoredCall> stored) {
        Set<ObjectId> all = new TreeSet<>();
        Stream.of(events, stored)
                .flatMap(calls -> calls.values().stream())
                .forEach(call -> all.addAll(call.countings().keySet()));
        return all;
    }

    /** Whether all fences stand; the counts are those after them then. */
    private boolean fence(CountingRound round, Map<ObjectId, CampaignCounts> counts) {
        return round.fences().stream().allMatch(campaign -> {
            CampaignCounts seen = Objects.requireNonNull(counts.get(campaign));
            counts.put(campaign, seen.fenced());
            return campaigns.fence(seen);
        });
    }

    /** The campaigns that have applied the round. */
    private Set<ObjectId> count(
            CountingRound round, Map<String, StoredCall> written, Map<ObjectId, CampaignCounts> counts) {
        Set<ObjectId> applied = new TreeSet<>();
        for (ObjectId campaign : round.campaigns()) {
            CampaignCounts seen = Objects.requireNonNull(counts.get(campaign));
            CampaignMetrics metrics = seen.metrics().plus(round.gain(campaign, written));
            if (round.isBegun(campaign, written.values()) && campaigns.apply(seen, metrics, round.batch())) {
                applied.add(campaign);
            }
        }
        return applied;
    }
}
