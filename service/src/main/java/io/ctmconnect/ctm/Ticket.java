package io.ctmconnect.ctm;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/** One try of a request: it waits, is granted or is refused; a granted one is ended once. Guarded by its {@link Traffic}. */
final class Ticket {
    private enum State {
        NEW,
        WAITING,
        GRANTED,
        REFUSED
    }

    private final Traffic traffic;
    private final String account;
    private final String part;
    private final long until;
    private final Thread caller = Thread.currentThread();
    private State state = State.NEW;
    private @Nullable Refusal refusal;
    private int slowdowns;
    private boolean trial;

    /**
     * @param account whose turn it takes
     * @param part whose breaker it obeys
     * @param until the moment up to which the caller can wait, by the traffic's clock
     */
    Ticket(Traffic traffic, String account, String part, long until) {
        this.traffic = traffic;
        this.account = account;
        this.part = part;
        this.until = until;
    }

    String account() {
        return account;
    }

    String part() {
        return part;
    }

    long until() {
        return until;
    }

    Thread caller() {
        return caller;
    }

    boolean isTrial() {
        return trial;
    }

    int slowdowns() {
        return slowdowns;
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }

    boolean isGranted() {
        return state == State.GRANTED;
    }

    @Nullable
    Refusal refusal() {
        return refusal;
    }

    void waits() {
        state = State.WAITING;
    }

    void isTheTrial() {
        trial = true;
    }

    /** @param seen the slow-downs of the pace until now */
    void grant(int seen) {
        state = State.GRANTED;
        slowdowns = seen;
    }

    void refuse(Refusal.Reason reason, Duration retryAfter) {
        state = State.REFUSED;
        refusal = new Refusal(reason, retryAfter);
    }

    /** Tells what the try has told of CTM. */
    void end(Ending ending) {
        traffic.end(this, ending);
    }
}
