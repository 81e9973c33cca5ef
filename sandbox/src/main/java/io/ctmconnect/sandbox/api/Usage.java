package io.ctmconnect.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.world.Activity;
import io.ctmconnect.sandbox.world.ActivityLog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What was called on a tracking number.
 *
 * @param minutes each call's rounded up, as it is billed
 */
record Usage(int calls, long minutes) {

    static final Usage NONE = new Usage(0, 0);

    private static final BigDecimal MINUTE_COST = new BigDecimal("0.04");

    /** By the number's opaque id. */
    static Map<String, Usage> of(ActivityLog log) {
        Map<String, Usage> byNumber = new HashMap<>();
        log.newestFirst().stream()
                .filter(activity -> activity.row().hasNonNull("duration"))
                .forEach(call -> byNumber.merge(call.text("tracking_number_sid"), one(call), Usage::plus));
        return byNumber;
    }

    private static Usage one(Activity call) {
        return new Usage(1, (call.number("duration") + 59) / 60);
    }

    private Usage plus(Usage other) {
        return new Usage(calls + other.calls, minutes + other.minutes);
    }

    /** CTM's {@code stats}, with decimal numbers as texts. */
    ObjectNode json(Instant since) {
        BigDecimal costs = MINUTE_COST.multiply(BigDecimal.valueOf(minutes));
        return Json.object()
                .put("since", since.toEpochMilli() / 1_000.0)
                .put("renewal_costs", "1.5")
                .put("calls", calls)
                .put("minutes", Long.toString(minutes))
                .put("minute_costs", Double.toString(costs.doubleValue()));
    }
}
