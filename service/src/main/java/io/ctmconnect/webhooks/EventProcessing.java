package io.ctmconnect.webhooks;

import io.ctmconnect.callstore.CallChange;
import io.ctmconnect.callstore.CallUpdates;
import io.ctmconnect.mongo.StoreUnavailableException;
import io.ctmconnect.platform.LeadStore;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is done with events: the call is stored, its campaign counts it, a completed call becomes a lead, and the live feed
 * tells of it. Every step can be repeated, so an event that was half done when the process died is simply done again.
 */
@Singleton
class EventProcessing {
    private static final Logger LOG = Logger.getLogger(EventProcessing.class);
    private static final int MOST_ATTEMPTS = 5;

    private final CallUpdates calls;
    private final LeadStore leads;
    private final LiveFeed live;
    private final InboxStore inbox;
    private final ArchiveStore archive;
    private final WebhookMetrics metrics;
    private final InstantSource clock;

    EventProcessing(
            CallUpdates calls,
            LeadStore leads,
            LiveFeed live,
            InboxStore inbox,
            ArchiveStore archive,
            WebhookMetrics metrics,
            InstantSource clock) {
        this.calls = calls;
        this.leads = leads;
        this.live = live;
        this.inbox = inbox;
        this.archive = archive;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Processes events together; one that fails does not hold up the others.
     *
     * @throws StoreUnavailableException when the store is away; the events stay in the inbox
     */
    void process(List<ReceivedEvent> events) {
        try {
            processAll(events.stream()
                    .map(event -> PendingCall.of(event, clock.instant()))
                    .toList());
        } catch (RuntimeException e) {
            if (e instanceof StoreUnavailableException) {
                // Throws as well when the store is away; else it is there and refuses these events.
                inbox.count();
            }
            if (events.size() == 1) {
                fail(events.getFirst(), e);
            } else {
                events.forEach(event -> process(List.of(event)));
            }
        }
    }

    private void processAll(List<PendingCall> pending) {
        List<PendingCall> counted =
                pending.stream().filter(PendingCall::isCounted).toList();
        List<CallChange> changes =
                calls.apply(counted.stream().map(PendingCall::update).toList());
        leads.add(counted.stream().flatMap(call -> call.lead().stream()).toList());
        live.tell(changes, counted);
        Map<PendingCall.End, List<ReceivedEvent>> ends = pending.stream()
                .collect(Collectors.groupingBy(
                        PendingCall::end, Collectors.mapping(PendingCall::event, Collectors.toList())));
        ends.forEach((end, of) -> file(of, end.status(), end.reason()));
    }

    private void fail(ReceivedEvent event, RuntimeException failure) {
        int attempts = event.attempts() + 1;
        metrics.failed();
        LOG.error("an event could not be processed", failure);
        if (attempts < MOST_ATTEMPTS) {
            inbox.postpone(event.id(), attempts, clock.instant().plus(pause(attempts)));
        } else {
            file(
                    List.of(event.withAttempts(attempts)),
                    EventStatus.PARKED,
                    "it failed " + attempts + " times: see the service's log");
        }
    }

    private static Duration pause(int attempts) {
        return switch (attempts) {
            case 1 -> Duration.ofSeconds(1);
            case 2 -> Duration.ofSeconds(10);
            case 3 -> Duration.ofMinutes(1);
            default -> InboxStore.LONGEST_PAUSE;
        };
    }

    private void file(List<ReceivedEvent> done, EventStatus status, String reason) {
        archive.file(done, status, reason);
        inbox.delete(done.stream().map(ReceivedEvent::id).toList());
        done.forEach(event -> metrics.done(status, Duration.between(event.receivedAt(), clock.instant())));
    }
}
