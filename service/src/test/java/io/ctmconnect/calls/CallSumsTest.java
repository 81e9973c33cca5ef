package io.ctmconnect.calls;

import io.ctmconnect.ctm.CallStatus;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** Sums do not depend on how the calls come: in which pages, slices and order. */
class CallSumsTest {
    @Provide
    Arbitrary<List<CountedCall>> calls() {
        return Combinators.combine(
                        Arbitraries.of(CallStatus.values()),
                        Arbitraries.of(true, false),
                        Arbitraries.longs().between(0, 5_000).injectNull(0.1),
                        Arbitraries.of("Google Ads", "Bing", "Yelp").injectNull(0.2))
                .as(CountedCalls::with)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 300)
    void pagesAddUpToTheWhole(@ForAll("calls") List<CountedCall> calls, @ForAll Random random) {
        List<CountedCall> shuffled = new ArrayList<>(calls);
        Collections.shuffle(shuffled, random);
        GroupedSums added = GroupedSums.NONE;
        for (int from = 0; from < shuffled.size(); ) {
            int to = Math.min(shuffled.size(), from + 1 + random.nextInt(20));
            added = added.plus(GroupedSums.of(shuffled.subList(from, to), CountedCalls::source));
            from = to;
        }

        GroupedSums whole = GroupedSums.of(calls, CountedCalls::source);
        assertThat(added).isEqualTo(whole);
        assertThat(added.total().calls()).isEqualTo(calls.size());
        assertThat(CallTotals.of(added.total())).isEqualTo(CallTotals.of(CountedCalls.sums(calls)));
    }
}
