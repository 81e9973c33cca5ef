package io.ctmconnect.http;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import static io.ctmconnect.http.ApiErrors.violationsOf;
import static io.ctmconnect.http.Queries.query;
import static org.assertj.core.api.Assertions.assertThat;

class PageRequestTest {
    private static PageRequest of(String... pairs) {
        Fields fields = Fields.of(query(pairs));
        PageRequest page = PageRequest.of(fields);
        fields.check();
        return page;
    }

    @Test
    void theFirstTwentyAreTheDefault() {
        assertThat(of()).isEqualTo(new PageRequest(1, 20));
    }

    @Test
    void theSizeHasAnAlias() {
        assertThat(of("page=3", "limit=50")).isEqualTo(new PageRequest(3, 50));
        assertThat(of("page=3", "per_page=50")).isEqualTo(new PageRequest(3, 50));
        assertThat(of("limit=", "per_page=50")).isEqualTo(new PageRequest(1, 50));
        assertThat(of("limit=10", "per_page=50")).isEqualTo(new PageRequest(1, 10));
    }

    @Test
    void theBoundsAreIncluded() {
        assertThat(of("page=2147483647", "limit=100")).isEqualTo(new PageRequest(Integer.MAX_VALUE, 100));
        assertThat(of("page=1", "limit=1")).isEqualTo(new PageRequest(1, 1));
    }

    @Test
    void whatIsOutOfBoundsIsRefused() {
        assertThat(violationsOf(() -> of("page=0", "limit=101")))
                .containsExactly(
                        "page must be a whole number of at least 1", "limit must be a whole number from 1 to 100");
        assertThat(violationsOf(() -> of("per_page=0")))
                .containsExactly("per_page must be a whole number from 1 to 100");
    }

    @Test
    void theLastPossiblePageIsEmptyNotAnError() {
        assertThat(new PageRequest(Integer.MAX_VALUE, 100).of(List.of(1, 2))).isEmpty();
        assertThat(new PageRequest(Integer.MAX_VALUE, 100).offset()).isEqualTo(214_748_364_600L);
    }

    @Property
    void allPagesTogetherAreTheList(
            @ForAll @IntRange(max = 250) int length, @ForAll @IntRange(min = 1, max = 100) int size) {
        List<Integer> all = IntStream.range(0, length).boxed().toList();
        long pages = Pagination.of(new PageRequest(1, size), length).totalPages();

        List<Integer> together = LongStream.rangeClosed(1, pages)
                .mapToObj(number -> new PageRequest((int) number, size).of(all))
                .flatMap(List::stream)
                .toList();

        assertThat(together).isEqualTo(all);
        assertThat(new PageRequest((int) pages + 1, size).of(all)).isEmpty();
    }

    @Test
    void thePaginationCountsStartedPages() {
        PageRequest page = new PageRequest(2, 10);

        assertThat(Pagination.of(page, 95)).isEqualTo(new Pagination(2, 10, 95));
        assertThat(Pagination.of(page, 90)).isEqualTo(new Pagination(2, 9, 90));
        assertThat(Pagination.of(page, 0)).isEqualTo(new Pagination(2, 0, 0));
        assertThat(Pagination.of(page, 1)).isEqualTo(new Pagination(2, 1, 1));
    }

    @Test
    void aPageIsAnsweredInTheEnvelope() {
        assertThat(PageAnswer.of(List.of("a"), new PageRequest(2, 1), 3))
                .isEqualTo(new PageAnswer<>(true, "SUCCESS", List.of("a"), new Pagination(2, 3, 3)));
    }
}
