package io.ctmconnect.sandbox.api;

import io.ctmconnect.sandbox.http.Params;
import io.ctmconnect.sandbox.world.Activity;

import java.util.function.Predicate;

/** {@code call_score_min} and {@code call_score_max}; the whole range 0 or 1 to 5 is no filter. */
final class ScoreRange {

    private static final int BEST = 5;

    private ScoreRange() {}

    static Predicate<Activity> of(Params params) {
        int least = params.positive("call_score_min", 1);
        int most = params.positive("call_score_max", BEST);
        if (least <= 1 && most >= BEST) {
            return activity -> true;
        }
        return activity -> {
            int score = activity.row().at("/sale/score").asInt(0);
            return score >= least && score <= most;
        };
    }
}
