package io.ctmconnect.calls;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.ctm.Call;
import io.ctmconnect.ctm.Samples;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class CallOrderTest {
    private static List<String> sorted(CallOrder order, Call... calls) {
        return Stream.of(calls)
                .sorted(order.comparator())
                .map(Call::id)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static Call call(int id, String changes) {
        return Samples.callWith("{'id': " + id + ", " + changes + "}");
    }

    private static List<String> sortedByDuration(boolean descending) {
        return sorted(
                new CallOrder(CallOrder.Key.DURATION, descending),
                call(1, "'duration': 5"),
                call(2, "'duration': null"),
                call(3, "'duration': 30"),
                call(4, "'duration': 0"));
    }

    @Test
    void aMissingKeyComesLastInBothDirections() {
        assertThat(sortedByDuration(false)).containsExactly("4", "1", "3", "2");
        assertThat(sortedByDuration(true)).containsExactly("3", "1", "4", "2");
    }

    @Test
    void namesAreOrderedWithoutRegardToCase() {
        CallOrder order = new CallOrder(CallOrder.Key.NAME, false);
        Call anonymous = call(4, "'name': null, 'cnam': null");

        assertThat(sorted(
                        order,
                        anonymous,
                        call(1, "'name': 'carl'"),
                        call(2, "'name': 'Anna'"),
                        call(3, "'name': 'Bob'")))
                .containsExactly("2", "3", "1", "4");
    }

    @Test
    void datesAreMoments() {
        Call early = call(1, "'unix_time': 999999999");
        Call late = call(2, "'unix_time': 1773754951");

        assertThat(sorted(CallOrder.NEWEST_FIRST, early, late)).containsExactly("2", "1");
        assertThat(sorted(new CallOrder(CallOrder.Key.DATE, false), late, early))
                .containsExactly("1", "2");
    }

    @Test
    void equalKeysAreOrderedNewestFirstInBothDirections() {
        Call early = call(1, "'duration': 5, 'unix_time': 1000");
        Call late = call(2, "'duration': 5, 'unix_time': 2000");

        assertThat(sorted(new CallOrder(CallOrder.Key.DURATION, false), early, late))
                .containsExactly("2", "1");
        assertThat(sorted(new CallOrder(CallOrder.Key.DURATION, true), early, late))
                .containsExactly("2", "1");
    }

    @Property(tries = 300)
    void itIsATotalOrder(
            @ForAll("orders") CallOrder order,
            @ForAll("calls") Call a,
            @ForAll("calls") Call b,
            @ForAll("calls") Call c) {
        int ab = Integer.signum(order.comparator().compare(a, b));
        int bc = Integer.signum(order.comparator().compare(b, c));

        assertThat(Integer.signum(order.comparator().compare(b, a))).isEqualTo(-ab);
        assertThat(order.comparator().compare(a, a)).isZero();
        if (ab == bc) {
            assertThat(Integer.signum(order.comparator().compare(a, c))).isEqualTo(ab);
        }
        assertThat(ab == 0).isEqualTo(a.equals(b) || sameKeys(order, a, b));
    }

    private static boolean sameKeys(CallOrder order, Call a, Call b) {
        return Objects.equals(a.id(), b.id())
                && Objects.equals(a.startTime(), b.startTime())
                && Objects.equals(key(order).apply(a), key(order).apply(b));
    }

    private static Function<Call, Object> key(CallOrder order) {
        return switch (order.key()) {
            case NAME -> call -> String.valueOf(call.callerName()).toLowerCase(Locale.ROOT);
            case DATE -> call -> String.valueOf(call.startTime());
            case DURATION -> call -> String.valueOf(call.duration());
        };
    }

    @Property(tries = 200)
    void theOrderOfArrivalDoesNotMatter(
            @ForAll("orders") CallOrder order, @ForAll("callLists") List<Call> calls, @ForAll long seed) {
        List<Call> shuffled = new ArrayList<>(calls);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(shuffled.stream().sorted(order.comparator()).map(Call::id).toList())
                .isEqualTo(
                        calls.stream().sorted(order.comparator()).map(Call::id).toList());
    }

    @Provide
    Arbitrary<CallOrder> orders() {
        return Combinators.combine(Arbitraries.of(CallOrder.Key.values()), Arbitraries.of(true, false))
                .as(CallOrder::new);
    }

    @Provide
    Arbitrary<List<Call>> callLists() {
        return calls().list().ofMaxSize(12).uniqueElements(call -> String.valueOf(call.id()));
    }

    @Provide
    Arbitrary<Call> calls() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 20),
                        Arbitraries.of("anna", "Anna", "bob", "").injectNull(0.3),
                        Arbitraries.of(0L, 100L, 200L).injectNull(0.3),
                        Arbitraries.of(0, 5, 30).injectNull(0.3))
                .as(CallOrderTest::call);
    }

    private static Call call(Integer id, @Nullable String name, @Nullable Long start, @Nullable Integer duration) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id).put("name", name).put("unix_time", start).put("duration", duration);
        return new Call(json);
    }
}
