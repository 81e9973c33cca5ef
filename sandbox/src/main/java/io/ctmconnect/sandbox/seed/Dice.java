package io.ctmconnect.sandbox.seed;

import java.util.Random;

/** Reproducible chance: {@link Random} is specified to the bit, and neighbouring seeds are mixed apart. */
final class Dice {

    private Dice() {}

    /** The sequence of a seed and of what is drawn for. */
    static Random of(long seed, long subject) {
        long mixed = (seed * 0x9E3779B97F4A7C15L) ^ (subject * 0xBF58476D1CE4E5B9L);
        mixed = (mixed ^ (mixed >>> 30)) * 0x94D049BB133111EBL;
        return new Random(mixed ^ (mixed >>> 31));
    }
}
