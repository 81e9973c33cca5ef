package io.ctmconnect.bench;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

/**
 * A call that CTM would have, and of which it sends so many of its events.
 *
 * @param duration seconds, by the first event of its end; a correction says {@value #CORRECTED} more
 * @param start epoch seconds
 */
record PlannedCall(
        String ctmAccount, long id, boolean inbound, Outcome outcome, int duration, long start, Set<Moment> moments) {
    private static final int CORRECTED = 7;
    private static final int LONGEST = 600;
    private static final long FIRST_START = 1_735_689_600L;
    private static final int SECONDS_OF_A_MONTH = 2_592_000;

    /** How it ended, by CTM's words. */
    enum Outcome {
        ANSWERED("answered"),
        NO_ANSWER("no answer"),
        BUSY("busy"),
        FAILED("failed"),
        CANCELED("canceled"),
        VOICEMAIL("voicemail");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }
    }

    /** When CTM sends an event. */
    enum Moment {
        START("call.received", 0),
        END("call.completed", 1),
        /** The end again, with what CTM found out later. */
        CORRECTION("call.completed", 2);

        private final String event;
        private final int indexedLater;

        Moment(String event, int indexedLater) {
            this.event = event;
            this.indexedLater = indexedLater;
        }

        /** The name of the event in the webhook's address. */
        String event() {
            return event;
        }
    }

    /** Any call: nine of ten end, of those without an end there is a start, one of ten ends is corrected. */
    static PlannedCall any(Random random, String ctmAccount, long id) {
        Set<Moment> moments = EnumSet.noneOf(Moment.class);
        if (random.nextInt(10) > 0) {
            moments.add(Moment.END);
            if (random.nextInt(10) == 0) {
                moments.add(Moment.CORRECTION);
            }
        }
        if (moments.isEmpty() || random.nextInt(10) < 7) {
            moments.add(Moment.START);
        }
        return new PlannedCall(
                ctmAccount,
                id,
                random.nextInt(4) > 0,
                Outcome.values()[random.nextInt(Outcome.values().length)],
                random.nextInt(LONGEST),
                FIRST_START + random.nextInt(SECONDS_OF_A_MONTH),
                moments);
    }

    /** One of its events; every fifth call has them wrapped. */
    String body(Moment moment) {
        String call = ("{\"id\":%d,\"sid\":\"CA%d\",\"account_id\":%s,\"direction\":\"%s\",\"unix_time\":%d,"
                        + "\"caller_number\":\"+14105550129\",\"indexed_at\":%d.5,%s}")
                .formatted(
                        id,
                        id,
                        ctmAccount,
                        inbound ? "inbound" : "outbound",
                        start,
                        start + LONGEST + moment.indexedLater,
                        status(moment));
        return id % 5 == 0 ? "{\"event\":\"%s\",\"call\":%s}".formatted(moment.event, call) : call;
    }

    private String status(Moment moment) {
        if (moment == Moment.START) {
            return "\"dial_status\":\"ringing\"";
        }
        int seconds = moment == Moment.CORRECTION ? duration + CORRECTED : duration;
        return "\"call_status\":\"" + outcome.word + "\",\"duration\":" + seconds;
    }

    boolean isFinished() {
        return moments.contains(Moment.END);
    }

    boolean isMissed() {
        return isFinished() && inbound && outcome != Outcome.ANSWERED;
    }

    boolean hasEndedWith(Outcome other) {
        return isFinished() && outcome == other;
    }

    /** Seconds, by all its events together; 0 of a call that goes on. */
    long lastDuration() {
        if (!isFinished()) {
            return 0;
        }
        return moments.contains(Moment.CORRECTION) ? duration + CORRECTED : duration;
    }
}
