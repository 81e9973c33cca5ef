package io.ctmconnect.trackers;

import io.ctmconnect.http.PageRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.ctmconnect.http.ApiErrors.violationsOf;
import static io.ctmconnect.http.Queries.query;
import static org.assertj.core.api.Assertions.assertThat;

class TrackerQueryTest {
    private static TrackerQuery of(String... pairs) {
        return TrackerQuery.of(query(pairs));
    }

    @Test
    void pageAndSearchAreRead() {
        assertThat(of()).isEqualTo(new TrackerQuery(new PageRequest(1, 20), null));
        assertThat(of("page=2", "per_page=5", "search= ads "))
                .isEqualTo(new TrackerQuery(new PageRequest(2, 5), "ads"));
        assertThat(violationsOf(() -> of("page=0", "limit=101"))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "LANDING,true",
        "google,true",
        "0143,true",
        "(202) 555,true",
        "+1 202-555.0143,true",
        "12025550143,true",
        "0144,false",
        "page 0143,false",
        "bing,false",
        "-,false"
    })
    void aTrackerIsFoundByItsNamesAndItsNumber(String search, boolean found) {
        assertThat(of("search=" + search).accepts(Numbers.number("TPN1", "TSO1", Numbers.DESK)))
                .isEqualTo(found);
    }

    @Test
    void whatHasNoNameIsFoundByNothing() {
        assertThat(of("search=null").accepts(Numbers.bare("TPN1"))).isFalse();
        assertThat(of("search=1").accepts(Numbers.bare("TPN1"))).isFalse();
        assertThat(of().accepts(Numbers.bare("TPN1"))).isTrue();
    }
}
