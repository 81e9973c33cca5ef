package io.ctmconnect.sandbox.seed;

import java.util.Locale;
import java.util.Random;

/** What kind of activity a row is. */
enum Direction {
    INBOUND(780),
    OUTBOUND(80),
    MSG_INBOUND(50),
    MSG_OUTBOUND(30),
    FORM(40),
    CHAT(15),
    VIDEO(5);

    private static final int ALL = 1_000;

    private final int share;

    Direction(int share) {
        this.share = share;
    }

    static Direction draw(Random dice) {
        int left = dice.nextInt(ALL);
        for (Direction direction : values()) {
            left -= direction.share;
            if (left < 0) {
                return direction;
            }
        }
        return INBOUND;
    }

    static Direction of(String word) {
        for (Direction direction : values()) {
            if (direction.word().equals(word)) {
                return direction;
            }
        }
        return INBOUND;
    }

    /** As CTM spells it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean spoken() {
        return switch (this) {
            case INBOUND, OUTBOUND, VIDEO -> true;
            case MSG_INBOUND, MSG_OUTBOUND, FORM, CHAT -> false;
        };
    }
}
