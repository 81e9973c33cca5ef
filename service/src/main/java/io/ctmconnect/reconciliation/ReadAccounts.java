package io.ctmconnect.reconciliation;

import io.ctmconnect.callstore.History;
import io.ctmconnect.callstore.Reading;
import io.ctmconnect.callstore.ReadingSettings;
import io.ctmconnect.callstore.ReadingStore;
import io.ctmconnect.credentials.ConnectedAccounts;
import io.ctmconnect.webhooks.SubscribedAccounts;
import jakarta.inject.Singleton;
import org.bson.types.ObjectId;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps the list of what is to be read up to date with what is connected: each CTM account that a live connection's config
 * names, and each that feeds a campaign through a live connection. Only the former have a history.
 */
@Singleton
class ReadAccounts {
    private final ReadingStore store;
    private final ConnectedAccounts connected;
    private final SubscribedAccounts subscribed;
    private final ReadingSettings settings;
    private final ReconciliationMetrics metrics;
    private final InstantSource clock;

    ReadAccounts(
            ReadingStore store,
            ConnectedAccounts connected,
            SubscribedAccounts subscribed,
            ReadingSettings settings,
            ReconciliationMetrics metrics,
            InstantSource clock) {
        this.store = store;
        this.connected = connected;
        this.subscribed = subscribed;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    private record Place(ObjectId connection, String ctmAccount) {
        static Place of(Reading reading) {
            return new Place(reading.connection(), reading.ctmAccount());
        }
    }

    /** Begins what is new, and ends what is gone. Readings are looked at first: what was begun meanwhile is not ended. */
    void bringUpToDate() {
        List<Reading> known = store.all();
        ConnectedAccounts.Connected now = connected.now();
        Set<Place> chosen = now.chosen().stream()
                .map(one -> new Place(one.connection(), one.ctmAccount()))
                .collect(Collectors.toSet());
        Set<Place> wanted = new HashSet<>(chosen);
        subscribed.now().stream()
                .filter(one -> now.live().contains(one.connection()))
                .forEach(one -> wanted.add(new Place(one.connection(), one.ctmAccount())));

        Map<Place, Reading> byPlace = known.stream().collect(Collectors.toMap(Place::of, Function.identity()));
        known.stream().filter(reading -> !wanted.contains(Place.of(reading))).forEach(store::remove);
        wanted.stream().filter(place -> !byPlace.containsKey(place)).forEach(place -> begin(place, chosen));
        known.stream()
                .filter(reading -> wanted.contains(Place.of(reading)))
                .forEach(reading -> adjustHistory(reading, chosen.contains(Place.of(reading))));
        metrics.unhealthy(
                known.stream().filter(reading -> reading.sweeps().isUnhealthy()).count());
    }

    private void begin(Place place, Set<Place> chosen) {
        Instant now = clock.instant();
        Reading begun = Reading.begun(place.connection(), place.ctmAccount(), now);
        store.add(hasHistory(chosen.contains(place)) ? begun.with(History.UNREAD, now) : begun);
    }

    /** A reading that somebody works on is adjusted at another time. */
    private void adjustHistory(Reading reading, boolean isChosen) {
        if (reading.history() == null && hasHistory(isChosen)) {
            store.take(reading).ifPresent(taken -> store.release(taken.with(History.UNREAD, clock.instant())));
        } else if (reading.history() != null && !isChosen) {
            store.take(reading).ifPresent(taken -> store.release(taken.with(null, null)));
        }
    }

    private boolean hasHistory(boolean isChosen) {
        return isChosen && settings.readsHistory();
    }
}
