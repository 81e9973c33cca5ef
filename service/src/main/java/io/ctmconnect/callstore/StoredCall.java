package io.ctmconnect.callstore;

import io.ctmconnect.ctm.Call;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A call as it is stored.
 *
 * @param key {@code <CTM account>:<call id>}
 * @param revision of the document, from 1; 0 when it is not stored yet
 * @param lastStart the latest start that any event has named, epoch seconds
 * @param countings by campaign
 * @param endedFor campaigns whose own events have told of the call's end: it is a lead of these
 */
record StoredCall(
        String key,
        String ctmAccount,
        Call call,
        CallVersion version,
        long revision,
        @Nullable Long lastStart,
        Map<ObjectId, Counting> countings,
        Set<ObjectId> endedFor) {

    static String key(String ctmAccount, Call call) {
        return ctmAccount + ":" + call.id();
    }

    /** What an event alone makes of it. */
    static StoredCall of(CallUpdate update) {
        ObjectId campaign = update.campaign();
        return new StoredCall(
                update.callKey(),
                update.ctmAccount(),
                update.call(),
                CallVersion.of(update.call()),
                0,
                update.call().startSecond(),
                campaign == null ? Map.of() : Map.of(campaign, Counting.NOTHING),
                campaign == null || !update.call().isFinished() ? Set.of() : Set.of(campaign));
    }

    /** This with what another event says: the one that says more wins; all campaigns of both count it. */
    StoredCall and(StoredCall event) {
        StoredCall fuller = event.version.compareTo(version) > 0 ? event : this;
        Map<ObjectId, Counting> all = new TreeMap<>(event.countings);
        all.putAll(countings);
        Set<ObjectId> ended = new TreeSet<>(endedFor);
        ended.addAll(event.endedFor);
        return new StoredCall(
                key, ctmAccount, fuller.call, fuller.version, revision, latest(lastStart, event.lastStart), all, ended);
    }

    boolean isNotOlderThan(@Nullable StoredCall other) {
        return other == null || version.compareTo(other.version) >= 0;
    }

    /** Whether it says more than the other by what CTM says of both, and not by a digest alone. */
    boolean saysMoreThan(StoredCall other) {
        return version.isBeyond(other.version);
    }

    /** Whether no change of a campaign's metrics by this call is under way. */
    boolean isSettled() {
        return countings.values().stream().allMatch(counting -> counting.begun() == null);
    }

    /** Whether everything is the same but what campaigns have counted of it. */
    boolean saysWhat(StoredCall other) {
        return version.equals(other.version)
                && Objects.equals(lastStart, other.lastStart)
                && endedFor.equals(other.endedFor);
    }

    /** What every campaign is to count of it. */
    Contribution contribution() {
        return Contribution.of(call, lastStart);
    }

    StoredCall with(Map<ObjectId, Counting> otherCountings) {
        return new StoredCall(key, ctmAccount, call, version, revision, lastStart, otherCountings, endedFor);
    }

    /** This as it is stored after a write. */
    StoredCall withNextRevision() {
        return new StoredCall(key, ctmAccount, call, version, revision + 1, lastStart, countings, endedFor);
    }

    private static @Nullable Long latest(@Nullable Long one, @Nullable Long other) {
        return Stream.of(one == null ? Long.MIN_VALUE : one, other == null ? Long.MIN_VALUE : other)
                .max(Long::compare)
                .filter(moment -> moment != Long.MIN_VALUE)
                .orElse(null);
    }
}
