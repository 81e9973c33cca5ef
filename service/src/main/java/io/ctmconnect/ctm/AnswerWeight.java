package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Weigher;

/**
 * About as many bytes of the heap as a remembered answer takes, on a 64-bit JVM with compressed pointers: rather too many
 * than too few.
 */
final class AnswerWeight implements Weigher<ReadKey, ReadOutcome> {
    private static final long ENTRY = 500;
    private static final long CONTAINER = 150;
    private static final long FIELD = 60;
    private static final long VALUE = 64;
    private static final int CHARACTER = 2;

    @Override
    public int weigh(ReadKey key, ReadOutcome outcome) {
        long text = (long) CHARACTER * key.what().reveal().length();
        long answer = switch (outcome) {
            case ReadOutcome.Answer(Answered answered) -> of(answered.json());
            case ReadOutcome.Failure _ -> 0;
        };
        return (int) Math.min(Integer.MAX_VALUE, ENTRY + text + answer);
    }

    /** Names of fields are not counted: the parser has each of them once. */
    static long of(JsonNode json) {
        if (json.isContainerNode()) {
            return CONTAINER
                    + json.valueStream().mapToLong(value -> FIELD + of(value)).sum();
        }
        return json.isTextual() ? VALUE + (long) CHARACTER * json.textValue().length() : VALUE;
    }
}
