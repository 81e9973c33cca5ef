package io.ctmconnect.calls;

import io.ctmconnect.ctm.Call;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How a list of calls is ordered. Calls without the key come last in either order; equal keys are ordered newest first.
 */
record CallOrder(Key key, boolean descending) {
    static final CallOrder NEWEST_FIRST = new CallOrder(Key.DATE, true);

    private static final Comparator<Call> NEWEST = NEWEST_FIRST
            .by(Call::startTime)
            .thenComparing(call -> String.valueOf(call.id()), Comparator.reverseOrder());

    enum Key {
        NAME,
        DATE,
        DURATION;

        static final List<Key> ALL = List.of(values());

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Comparator<Call> comparator() {
        Comparator<Call> order = switch (key) {
            case NAME -> by(call -> lowerCase(call.callerName()));
            case DATE -> by(Call::startTime);
            case DURATION -> by(Call::duration);
        };
        return order.thenComparing(NEWEST);
    }

    private <T extends Comparable<? super T>> Comparator<Call> by(Function<Call, @Nullable T> value) {
        Comparator<T> direction = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return (left, right) -> compare(value.apply(left), value.apply(right), direction);
    }

    private static <T> int compare(@Nullable T left, @Nullable T right, Comparator<T> order) {
        if (left == null || right == null) {
            return Boolean.compare(left == null, right == null);
        }
        return order.compare(left, right);
    }

    private static @Nullable String lowerCase(@Nullable String name) {
        return name == null ? null : name.toLowerCase(Locale.ROOT);
    }
}
