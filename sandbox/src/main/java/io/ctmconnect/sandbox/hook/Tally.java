package io.ctmconnect.sandbox.hook;

/** Counts deliveries. */
final class Tally {

    /**
     * Deliveries since the last reset.
     *
     * @param pending on their way, or waiting for the next try
     * @param tries requests that were sent
     * @param taken answered with 2xx
     * @param givenUp never answered so
     * @param dropped not sent on purpose
     */
    record Counts(int pending, int tries, int taken, int givenUp, int dropped) {}

    private int pending;
    private int tries;
    private int taken;
    private int givenUp;
    private int dropped;

    synchronized void begin() {
        pending++;
    }

    synchronized void tried() {
        tries++;
    }

    synchronized void drop() {
        dropped++;
    }

    synchronized void end(boolean wasTaken) {
        pending--;
        taken += wasTaken ? 1 : 0;
        givenUp += wasTaken ? 0 : 1;
    }

    synchronized Counts now() {
        return new Counts(pending, tries, taken, givenUp, dropped);
    }
}
