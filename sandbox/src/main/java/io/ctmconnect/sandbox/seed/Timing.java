package io.ctmconnect.sandbox.seed;

import java.util.Random;

/**
 * The lengths of a call, in seconds.
 *
 * @param message what the caller left on the voice mail
 */
record Timing(int ring, int hold, int talk, int message) {

    static Timing draw(Outcome outcome, Random dice) {
        int ring = 3 + dice.nextInt(22);
        int hold = dice.nextInt(10) == 0 ? 5 + dice.nextInt(60) : 0;
        return switch (outcome.ending()) {
            case TALKED -> new Timing(ring, hold, 20 + Math.min(dice.nextInt(780), dice.nextInt(780)), 0);
            case CUT_SHORT -> new Timing(ring, 0, 2 + dice.nextInt(12), 0);
            case MISSED -> new Timing(ring + dice.nextInt(20), 0, 0, 0);
            case MESSAGE -> new Timing(ring + 10, 0, 0, 8 + dice.nextInt(50));
            case LIVE, WRITTEN -> new Timing(0, 0, 0, 0);
        };
    }

    /** From the first ring to the end; this is what CTM bills, also for calls that nobody answered. */
    int duration() {
        return ring + hold + talk + message;
    }
}
