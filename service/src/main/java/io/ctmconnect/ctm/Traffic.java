package io.ctmconnect.ctm;

import com.github.benmanes.caffeine.cache.Ticker;
import io.ctmconnect.ctm.Refusal.Reason;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The requests of one connection: which may go, which wait, and which are refused. Never blocks. */
final class Traffic {
    private final Ticker time;
    private final GovernorMetrics metrics;
    private final Pace pace;
    private final Breakers breakers;
    private final WaitingRoom room = new WaitingRoom();

    /** @param openFor how long a breaker stays open */
    Traffic(int perSecond, Duration openFor, Ticker time, GovernorMetrics metrics) {
        this.time = time;
        this.metrics = metrics;
        this.pace = new Pace(perSecond, time);
        this.breakers = new Breakers(openFor, time);
    }

    /**
     * Asks for one try.
     *
     * @param part whose breaker it obeys
     * @param atMost how long the caller can wait
     * @return granted, waiting or refused
     */
    synchronized Ticket ask(String account, String part, Duration atMost) {
        serve();
        Ticket ticket = new Ticket(this, account, part, time.read() + atMost.toNanos());
        Duration shut = breakers.shutFor(part);
        if (shut.isPositive()) {
            ticket.refuse(Reason.BREAKER_OPEN, shut);
        } else if (room.size() == 0 && pace.take()) {
            ticket.grant(pace.slowdowns());
        } else {
            queue(ticket, atMost);
        }
        if (ticket.refusal() == null && breakers.beginsTrial(part)) {
            ticket.isTheTrial();
        }
        return ticket;
    }

    private void queue(Ticket ticket, Duration atMost) {
        Duration turn = pace.until(room.ahead(ticket.account()) + 1);
        if (turn.compareTo(atMost) > 0) {
            ticket.refuse(Reason.WAIT_TOO_LONG, turn);
        } else if (room.isFullFor(ticket.account())) {
            ticket.refuse(Reason.QUEUE_FULL, turn);
        } else {
            ticket.waits();
            room.add(ticket);
        }
    }

    /** Lets go who may go by now, and wakes them and the one who is next. */
    private void serve() {
        while (room.size() > 0 && pace.take()) {
            Ticket next = room.takeNext();
            next.grant(pace.slowdowns());
            wake(next);
        }
        wakeNext();
    }

    /** The next one keeps the time for all; the others sleep until it is their turn to. */
    private void wakeNext() {
        if (room.size() > 0) {
            wake(room.next());
        }
    }

    /** Who is awake must not be woken: it would not sleep next time. */
    private static void wake(Ticket ticket) {
        if (!ticket.caller().equals(Thread.currentThread())) {
            LockSupport.unpark(ticket.caller());
        }
    }

    /** Whether a request waits still. When its time is over it is refused. */
    synchronized boolean isWaiting(Ticket ticket) {
        serve();
        if (ticket.isWaiting() && ticket.until() - time.read() <= 0) {
            dismiss(ticket, Reason.WAITED_IN_VAIN, pace.until(room.ahead(ticket.account())));
        }
        return ticket.isWaiting();
    }

    /** How long a waiting request can sleep, unless it is woken. */
    synchronized Duration sleep(Ticket ticket) {
        Duration left = Duration.ofNanos(ticket.until() - time.read());
        Duration next = pace.until(1).plusNanos(1);
        return room.isNext(ticket) && next.compareTo(left) < 0 ? next : left;
    }

    /** The caller of a request has gone without sending it. */
    synchronized void leave(Ticket ticket) {
        if (ticket.isWaiting()) {
            dismiss(ticket, Reason.WAITED_IN_VAIN, Duration.ZERO);
        } else {
            breakers.unclear(ticket.part(), ticket.isTrial());
        }
    }

    private void dismiss(Ticket ticket, Reason reason, Duration retryAfter) {
        ticket.refuse(reason, retryAfter);
        room.remove(ticket);
        breakers.unclear(ticket.part(), ticket.isTrial());
        wake(ticket);
        wakeNext();
    }

    /** A granted request has ended. */
    synchronized void end(Ticket ticket, Ending ending) {
        switch (ending) {
            case Ending.Answered _ -> answered(ticket);
            case Ending.Limited limited -> limited(ticket, limited.retryAfter());
            case Ending.Failed _ -> failed(ticket);
            case Ending.Unclear _ -> breakers.unclear(ticket.part(), ticket.isTrial());
        }
        serve();
    }

    private void answered(Ticket ticket) {
        pace.answered(ticket.slowdowns());
        breakers.answered(ticket.part(), ticket.isTrial());
    }

    private void limited(Ticket ticket, Duration retryAfter) {
        if (pace.limited(ticket.slowdowns(), retryAfter)) {
            metrics.slowedDown();
        }
        breakers.answered(ticket.part(), ticket.isTrial());
    }

    private void failed(Ticket ticket) {
        String part = ticket.part();
        if (breakers.failed(part, ticket.isTrial())) {
            metrics.breakerOpened();
            room.waitingFor(part).forEach(waiting -> dismiss(waiting, Reason.BREAKER_OPEN, breakers.shutFor(part)));
        }
    }

    synchronized int waiting() {
        return room.size();
    }

    synchronized long openBreakers() {
        return breakers.open();
    }

    synchronized boolean isSlowed() {
        return pace.isSlowed();
    }
}
