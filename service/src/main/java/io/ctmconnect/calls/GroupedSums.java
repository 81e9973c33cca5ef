package io.ctmconnect.calls;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sums over calls by a word that each call has or lacks, such as its source.
 *
 * @param byWord under empty those of the calls that lack it
 */
record GroupedSums(Map<Optional<String>, CallSums> byWord) {
    static final GroupedSums NONE = new GroupedSums(Map.of());

    /** Makes them of CTM's rows while these are read. */
    static Fold<GroupedSums> fold(Function<CountedCall, Optional<String>> word) {
        return new Fold<>(NONE, calls -> of(calls.stream().map(CountedCall::of).toList(), word), GroupedSums::plus);
    }

    static GroupedSums of(List<CountedCall> calls, Function<CountedCall, Optional<String>> word) {
        return new GroupedSums(calls.stream()
                .collect(
                        Collectors.groupingBy(word, Collectors.reducing(CallSums.NONE, CallSums::of, CallSums::plus))));
    }

    GroupedSums plus(GroupedSums other) {
        Map<Optional<String>, CallSums> both = new HashMap<>(byWord);
        other.byWord.forEach((word, sums) -> both.merge(word, sums, CallSums::plus));
        return new GroupedSums(both);
    }

    /** The sums over all calls. */
    CallSums total() {
        return byWord.values().stream().reduce(CallSums.NONE, CallSums::plus);
    }

    CallSums under(Optional<String> word) {
        return byWord.getOrDefault(word, CallSums.NONE);
    }
}
