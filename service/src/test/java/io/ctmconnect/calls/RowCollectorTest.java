package io.ctmconnect.calls;

import io.ctmconnect.calls.CallWindow.Bound;
import io.ctmconnect.calls.WindowRows.End;
import io.ctmconnect.ctm.Call;
import io.ctmconnect.ctm.CallPage;
import io.ctmconnect.ctm.Samples;
import io.ctmconnect.http.Fields;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.stream.IntStream;

import static io.ctmconnect.http.Queries.query;
import static org.assertj.core.api.Assertions.assertThat;

class RowCollectorTest {
    private static final CallFilter ALL = CallFilter.of(Fields.of(query()));

    private static RowCollector<Call> collector(int rows, boolean wholeOrNothing) {
        return new RowCollector<>(ALL, new Bound(rows, wholeOrNothing), call -> call);
    }

    /** A page of calls with the ids from 1 on that lie in the range. */
    private static CallPage page(@Nullable Long total, int first, int last) {
        return new CallPage(
                IntStream.rangeClosed(first, last)
                        .mapToObj(id -> Samples.callWith("{'id': " + id + "}"))
                        .toList(),
                total,
                Optional.empty());
    }

    @Test
    void allThatCtmCountsIsWhole() {
        RowCollector<Call> rows = collector(10, false);

        assertThat(rows.add(page(4L, 1, 3))).isTrue();
        assertThat(rows.after(ALL.asSearch(), page(4L, 1, 3)))
                .contains(ALL.asSearch().atPage(2, 100));
        assertThat(rows.add(page(5L, 3, 4))).isTrue();
        assertThat(rows.after(ALL.asSearch(), page(5L, 3, 4))).isEmpty();
        assertThat(rows.result().end()).isEqualTo(End.WHOLE);
        assertThat(rows.result().rows()).hasSize(4);
    }

    @Test
    void fewerThanCtmCountsIsCutOff() {
        RowCollector<Call> rows = collector(10, false);
        rows.add(page(4L, 1, 3));

        assertThat(rows.add(page(4L, 1, 3))).isFalse();
        assertThat(rows.result().end()).isEqualTo(End.CUT_OFF);
    }

    @Test
    void theBoundEndsTheReading() {
        RowCollector<Call> rows = collector(3, false);

        assertThat(rows.add(page(null, 1, 3))).isTrue();
        assertThat(rows.result().end()).isEqualTo(End.WHOLE);
        assertThat(rows.add(page(null, 4, 5))).isFalse();
        assertThat(rows.result().end()).isEqualTo(End.BOUND);
        assertThat(rows.result().rows()).hasSize(3);
    }

    @Test
    void aCountBeyondTheBoundEndsTheReadingAtOnceWhereAPartIsOfNoUse() {
        assertThat(collector(3, true).add(page(4L, 1, 2))).isFalse();
        assertThat(collector(3, false).add(page(4L, 1, 2))).isTrue();
    }
}
