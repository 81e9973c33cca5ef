package io.ctmconnect.webhooks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts things into an order in which their owners take turns, so that whoever has few is not behind who has many. */
final class RoundRobin {
    private RoundRobin() {}

    static <T, K> List<T> of(List<T> all, Function<T, K> owner) {
        Map<K, ArrayDeque<T>> byOwner = new LinkedHashMap<>();
        all.forEach(one -> byOwner.computeIfAbsent(owner.apply(one), _ -> new ArrayDeque<>())
                .add(one));
        List<T> ordered = new ArrayList<>(all.size());
        while (!byOwner.isEmpty()) {
            byOwner.values().forEach(own -> ordered.add(own.remove()));
            byOwner.values().removeIf(ArrayDeque::isEmpty);
        }
        return ordered;
    }
}
