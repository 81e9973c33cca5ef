package io.ctmconnect.platform;

import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to a campaign and may become business: here a completed call.
 *
 * @param event names it among all that can happen: the same name is the same lead
 * @param sequence grows from one event to the next, as far as that is known
 * @param at when it happened
 * @param data what the platform shows of it
 */
public record Lead(
        ObjectId account,
        ObjectId campaign,
        String event,
        long sequence,
        Instant at,
        Map<String, @Nullable Object> data) {}
