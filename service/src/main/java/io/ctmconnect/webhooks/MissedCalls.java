package io.ctmconnect.webhooks;

import io.ctmconnect.callstore.CallStanding;
import io.ctmconnect.callstore.CallUpdates;
import io.ctmconnect.ctm.Call;
import io.ctmconnect.mongo.ContentId;
import jakarta.inject.Singleton;
import org.bson.types.Binary;
import org.bson.types.ObjectId;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The way in for calls that CTM has and of which webhooks should have told: what is missing becomes an event like any other,
 * stored before anything else happens, worked off apart, counted once. Its id is made of campaign, call and kind of event,
 * so that finding it again is nothing.
 */
@Singleton
public class MissedCalls {
    private static final byte[] RECONCILIATION = "reconciliation".getBytes(StandardCharsets.UTF_8);

    private final LiveSubscriptions subscriptions;
    private final CallUpdates calls;
    private final InboxStore waiting;
    private final Inbox inbox;
    private final EventWorker worker;
    private final InstantSource clock;

    MissedCalls(
            LiveSubscriptions subscriptions,
            CallUpdates calls,
            InboxStore waiting,
            Inbox inbox,
            EventWorker worker,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.calls = calls;
        this.waiting = waiting;
        this.inbox = inbox;
        this.worker = worker;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param missed calls of which a webhook had not told; their events are stored now
     * @param uncovered calls of which no webhook had to tell
     */
    public record Found(int missed, List<Call> uncovered) {}

    /**
     * Takes in those of the calls of which webhooks of a connection should have told, and have not. A call of which an event
     * waits to be worked off is left for another time.
     *
     * @param ended finished phone calls of the CTM account, of which no webhook is on its way any more
     */
    public Found take(ObjectId connection, String ctmAccount, List<Call> ended) {
        List<Subscription> live = subscriptions.ofCtmAccount(ctmAccount).stream()
                .filter(subscription -> subscription.connection().equals(connection))
                .filter(subscriptions::isLive)
                .toList();
        List<Call> uncovered = ended.stream()
                .filter(call -> live.stream().noneMatch(subscription -> Coverage.isCovered(subscription, call)))
                .toList();
        List<ReceivedEvent> missed = live.isEmpty() ? List.of() : missed(live, ctmAccount, ended);
        List<ReceivedEvent> fresh = missed.isEmpty() ? missed : inbox.appendAll(withoutWaiting(ctmAccount, missed));
        fresh.forEach(worker::hand);
        return new Found(
                (int) fresh.stream().map(ReceivedEvent::callId).distinct().count(), uncovered);
    }

    private List<ReceivedEvent> missed(List<Subscription> live, String ctmAccount, List<Call> ended) {
        Map<String, CallStanding> stored = calls.standing(ctmAccount, ended);
        List<ReceivedEvent> missed = new ArrayList<>();
        for (Call call : ended) {
            Payload payload = new Payload(call, null);
            if (payload.callId() != null && payload.absurdity(clock.instant()).isEmpty()) {
                live.forEach(subscription -> Coverage.missed(subscription, call, stored.get(payload.callId()))
                        .ifPresent(kind -> missed.add(event(subscription, call, kind))));
            }
        }
        return missed;
    }

    private List<ReceivedEvent> withoutWaiting(String ctmAccount, List<ReceivedEvent> missed) {
        Set<String> known = waiting.waiting(
                ctmAccount,
                missed.stream()
                        .map(event -> Objects.requireNonNull(event.callId()))
                        .toList());
        return missed.stream().filter(event -> !known.contains(event.callId())).toList();
    }

    private ReceivedEvent event(Subscription subscription, Call call, CallEventKind kind) {
        String callId = Objects.requireNonNull(call.id());
        ObjectId id = ContentId.of(
                Long.parseLong(callId),
                subscription.campaign().toByteArray(),
                RECONCILIATION,
                kind.wire().getBytes(StandardCharsets.UTF_8),
                (subscription.ctmAccount() + ":" + callId).getBytes(StandardCharsets.UTF_8));
        return new ReceivedEvent(
                id,
                subscription.account(),
                subscription.campaign(),
                subscription.ctmAccount(),
                callId,
                kind,
                Verdict.RECONCILED,
                clock.instant(),
                new Binary(call.json().toString().getBytes(StandardCharsets.UTF_8)),
                0);
    }
}
