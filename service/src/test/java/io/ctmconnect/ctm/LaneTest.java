package io.ctmconnect.ctm;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LaneTest {
    @ParameterizedTest
    @CsvSource({
        "/accounts/482913, 482913",
        "/accounts/482913?x=1, 482913",
        "/accounts/482913/calls/search.json, 482913",
        "/accounts/482913/numbers/search?areacode=443, 482913",
        "/accounts, ''",
        "/accounts?per_page=1, ''",
        "/accounts/, ''",
        "/authentication, ''"
    })
    void itIsTheCtmAccountOfThePath(String path, String account) {
        assertThat(Lane.of("c", path)).isEqualTo(new Lane("c", account));
    }
}
