package io.ctmconnect.sandbox.hook;

import java.util.List;

/**
 * How events are delivered.
 *
 * @param duplicatePercent how many of a hundred deliveries are sent twice
 * @param dropPercent how many are never sent
 * @param delayMs the wait before each delivery
 * @param shuffleMs a random wait on top, up to this: later events overtake earlier ones
 * @param forge what is wrong with the deliveries
 * @param shape CTM's flat activity, or the activity under {@code call} beside {@code event}
 * @param signer whose secret signs: that of the webhook's account, as CTM does it, or of its agency
 * @param retryMs the waits before the tries after the first, while the answer is not 2xx
 */
public record HookPlan(
        int duplicatePercent,
        int dropPercent,
        int delayMs,
        int shuffleMs,
        Forge forge,
        Shape shape,
        Signer signer,
        List<Integer> retryMs) {

    /** What is forged. */
    public enum Forge {
        NOTHING,
        SIGNATURE,
        TOKEN,
        BOTH;

        boolean signature() {
            return this == SIGNATURE || this == BOTH;
        }

        boolean token() {
            return this == TOKEN || this == BOTH;
        }
    }

    /** The form of the body. */
    public enum Shape {
        FLAT,
        WRAPPED
    }

    /** Whose secret it is. */
    public enum Signer {
        ACCOUNT,
        AGENCY
    }

    /** Refuses values that mean nothing. */
    public HookPlan {
        require(isPercent(duplicatePercent) && isPercent(dropPercent), "percents must be from 0 to 100");
        require(delayMs >= 0 && shuffleMs >= 0, "waits must not be negative");
        require(retryMs.stream().allMatch(wait -> wait >= 0), "waits must not be negative");
        retryMs = List.copyOf(retryMs);
    }

    /** Each event once, in order, signed, with three more tries: CTM's own number and schedule are not known. */
    public static HookPlan defaults() {
        return new HookPlan(0, 0, 0, 0, Forge.NOTHING, Shape.FLAT, Signer.ACCOUNT, List.of(1_000, 5_000, 30_000));
    }

    private static boolean isPercent(int percent) {
        return percent >= 0 && percent <= 100;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
