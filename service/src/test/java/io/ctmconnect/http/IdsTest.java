package io.ctmconnect.http;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IdsTest {
    @ParameterizedTest
    @ValueSource(strings = {"1", "482913", "3187264501", "999999999999999999"})
    void aNumberIsAnIdOfCtm(String id) {
        assertThat(Ids.ctm(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "01", "-1", "1.5", "abc", "1/../2", "1%2F2", "1 ", "1\n", "1000000000000000000", "٣"})
    void anythingElseIsRefusedBeforeItStandsInAPath(String id) {
        assertThat(ApiErrors.thrownBy(() -> Ids.ctm(id)).code()).isEqualTo("INVALID_ID");
    }
}
