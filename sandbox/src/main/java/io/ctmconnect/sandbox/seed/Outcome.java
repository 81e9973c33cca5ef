package io.ctmconnect.sandbox.seed;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** How an activity ended, in the words CTM is known to use; the three status fields often disagree. */
enum Outcome {
    ANSWERED(46, Ending.TALKED, "answered", "answered", "answered"),
    COMPLETED(8, Ending.TALKED, "completed", "completed", "answered"),
    ANSWERED_COMPLETED(8, Ending.TALKED, "answered", "completed", "completed"),
    HANGUP_TALKED(3, Ending.CUT_SHORT, "hangup", "hangup", "answered"),
    HANGUP(4, Ending.MISSED, "hangup", "hangup", "hangup"),
    NO_ANSWER(8, Ending.MISSED, "no answer", "no answer", "no-answer"),
    NO_ANSWER_DASHED(4, Ending.MISSED, "no-answer", "no-answer", "no answer"),
    MISSED(3, Ending.MISSED, "missed", "no answer", "missed"),
    MISSED_STATUS(1, Ending.MISSED, "no answer", "missed", "no-answer"),
    BUSY(3, Ending.MISSED, "busy", "busy", "busy"),
    BUSY_DIAL(1, Ending.MISSED, "no answer", "busy", "busy"),
    CANCELED(3, Ending.MISSED, "canceled", "canceled", "canceled"),
    CANCELED_DIAL(1, Ending.MISSED, "no-answer", "canceled", "canceled"),
    FAILED(2, Ending.MISSED, "failed", "failed", "failed"),
    VOICEMAIL(4, Ending.MESSAGE, "voicemail", "voicemail", "no-answer"),
    VOICEMAIL_DIAL(1, Ending.MESSAGE, "voicemail", "answered", "voicemail"),
    INITIATED(0, Ending.LIVE, "initiated", "initiated", "initiated"),
    QUEUED(0, Ending.LIVE, "queued", "queued", "queued"),
    RINGING(0, Ending.LIVE, "ringing", "ringing", "ringing"),
    IN_PROGRESS(0, Ending.LIVE, "in progress", "in progress", "in-progress"),
    IN_PROGRESS_DASHED(0, Ending.LIVE, "in-progress", "in-progress", "in progress"),
    RECEIVED(0, Ending.WRITTEN, "received", "received", ""),
    SENT(0, Ending.WRITTEN, "sent", "sent", ""),
    DELIVERED(0, Ending.WRITTEN, "delivered", "delivered", ""),
    UNDELIVERED(0, Ending.WRITTEN, "failed", "failed", "");

    /** What there was to hear. */
    enum Ending {
        TALKED,
        CUT_SHORT,
        MISSED,
        MESSAGE,
        LIVE,
        WRITTEN
    }

    /** Those a call is in before it has ended. */
    static final List<Outcome> LIVE =
            Stream.of(values()).filter(outcome -> outcome.ending == Ending.LIVE).toList();

    private static final List<Outcome> SPOKEN =
            Stream.of(values()).filter(outcome -> outcome.share > 0).toList();
    private static final int ALL =
            SPOKEN.stream().mapToInt(outcome -> outcome.share).sum();

    private final int share;
    private final Ending ending;
    private final String callStatus;
    private final String status;
    private final String dialStatus;

    Outcome(int share, Ending ending, String callStatus, String status, String dialStatus) {
        this.share = share;
        this.ending = ending;
        this.callStatus = callStatus;
        this.status = status;
        this.dialStatus = dialStatus;
    }

    static Outcome draw(Direction direction, Random dice) {
        return switch (direction) {
            case INBOUND, OUTBOUND, VIDEO -> spoken(dice.nextInt(ALL));
            case MSG_INBOUND, FORM, CHAT -> RECEIVED;
            case MSG_OUTBOUND ->
                List.of(SENT, DELIVERED, DELIVERED, UNDELIVERED).get(dice.nextInt(4));
        };
    }

    private static Outcome spoken(int drawn) {
        int left = drawn;
        for (Outcome outcome : SPOKEN) {
            left -= outcome.share;
            if (left < 0) {
                return outcome;
            }
        }
        return ANSWERED;
    }

    /** The first outcome of a kind of activity with this {@code call_status}. */
    static Outcome of(String word, Direction direction) {
        for (Outcome outcome : values()) {
            if (outcome.callStatus.equals(word) && direction.spoken() == (outcome.ending != Ending.WRITTEN)) {
                return outcome;
            }
        }
        return direction.spoken() ? ANSWERED : RECEIVED;
    }

    Ending ending() {
        return ending;
    }

    String callStatus() {
        return callStatus;
    }

    String status() {
        return status;
    }

    /** Empty when the row has no such field. */
    String dialStatus() {
        return dialStatus;
    }

    boolean talked() {
        return ending == Ending.TALKED || ending == Ending.CUT_SHORT;
    }

    boolean live() {
        return ending == Ending.LIVE;
    }
}
