package io.ctmconnect.calls;

import io.ctmconnect.calls.ReadRows.End;
import io.ctmconnect.ctm.Call;
import io.ctmconnect.ctm.CallPage;
import io.ctmconnect.ctm.CallSearch;
import io.ctmconnect.ctm.Samples;
import io.ctmconnect.http.Fields;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import static io.ctmconnect.http.Queries.query;
import static org.assertj.core.api.Assertions.assertThat;

class RowFoldTest {
    private static final CallFilter ALL = CallFilter.of(Fields.of(query()));
    private static final CallSearch FIRST = ALL.asSearch();
    private static final Fold<Integer> COUNT = new Fold<>(0, List::size, Integer::sum);

    private static RowFold<Integer> rows(int most) {
        return new RowFold<>(ALL, RowBudget.of(most), COUNT);
    }

    /** A page of calls with the ids from 1 on that lie in the range. */
    private static CallPage page(@Nullable Long total, int first, int last) {
        List<Call> calls = IntStream.rangeClosed(first, last)
                .mapToObj(id -> Samples.callWith("{'id': " + id + "}"))
                .toList();
        return new CallPage(calls, total, Optional.empty(), Instant.EPOCH);
    }

    @Test
    void allThatCtmCountsIsWhole() {
        RowFold<Integer> rows = rows(10);

        assertThat(rows.add(FIRST, page(4L, 1, 3))).contains(FIRST.atPage(2, 100));
        assertThat(rows.add(FIRST.atPage(2, 100), page(5L, 3, 4))).isEmpty();
        assertThat(rows.result()).isEqualTo(new ReadRows<>(4, 4, End.WHOLE));
    }

    @Test
    void fewerThanCtmCountsIsCutOff() {
        RowFold<Integer> rows = rows(10);
        rows.add(FIRST, page(4L, 1, 3));

        assertThat(rows.add(FIRST, page(4L, 1, 3))).isEmpty();
        assertThat(rows.result()).isEqualTo(new ReadRows<>(3, 3, End.CUT_OFF));
    }

    @Test
    void moreThanCtmCountsIsNotTrusted() {
        RowFold<Integer> rows = rows(10);
        rows.add(FIRST, page(4L, 1, 3));
        rows.add(FIRST.after("x"), page(5L, 4, 6));

        assertThat(rows.result().end()).isEqualTo(End.OVERRUN);
    }

    @Test
    void aRowThatComesAgainSoonCountsOnce() {
        RowFold<Integer> rows = rows(10_000);
        for (int page = 0; page < 30; page++) {
            rows.add(FIRST.after("x" + page), page(3_001L, page * 100 + 1, page * 100 + 101));
        }

        assertThat(rows.result()).isEqualTo(new ReadRows<>(3_001, 3_001, End.WHOLE));
    }

    @Test
    void theBudgetEndsTheReading() {
        RowFold<Integer> rows = rows(3);

        rows.add(FIRST, page(null, 1, 3));
        assertThat(rows.result().end()).isEqualTo(End.WHOLE);
        assertThat(rows.add(FIRST.after("x"), page(null, 4, 5))).isEmpty();
        assertThat(rows.result()).isEqualTo(new ReadRows<>(3, 3, End.BOUND));
    }

    @Test
    void aCountBeyondTheBudgetEndsTheReadingAtOnceWhereAPartIsOfNoUse() {
        RowFold<Integer> whole = new RowFold<>(ALL, RowBudget.wholeOrNothing(3), COUNT);

        assertThat(whole.add(FIRST, page(4L, 1, 2))).isEmpty();
        assertThat(whole.result().end()).isEqualTo(End.BOUND);
        assertThat(rows(3).add(FIRST, page(4L, 1, 2))).isPresent();
    }

    @Test
    void theNumbersOfPagesEndWithCtmsWindow() {
        assertThat(rows(20_000).add(FIRST.atPage(99, 100), page(20_000L, 1, 100)))
                .contains(FIRST.atPage(100, 100));
        assertThat(rows(20_000).add(FIRST.atPage(100, 100), page(20_000L, 1, 100)))
                .isEmpty();
    }

    @Test
    void partsAreNoBetterThanTheWorst() {
        ReadRows<Integer> whole = new ReadRows<>(2, 3, End.WHOLE);
        ReadRows<Integer> cut = new ReadRows<>(1, 1, End.CUT_OFF);

        assertThat(whole.plus(cut, Integer::sum)).isEqualTo(new ReadRows<>(3, 4, End.CUT_OFF));
        assertThat(cut.plus(whole, Integer::sum).end()).isEqualTo(End.CUT_OFF);
        assertThat(whole.plus(whole, Integer::sum).against(6).end()).isEqualTo(End.WHOLE);
        assertThat(whole.against(4).end()).isEqualTo(End.CUT_OFF);
    }
}
