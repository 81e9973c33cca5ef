package io.ctmconnect.trackers;

import io.ctmconnect.http.ApiErrors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TrackerIdTest {
    @Test
    void threeLettersTellTheKind() {
        assertThat(TrackerId.of("TPN20F068").kind()).isEqualTo(TrackerId.Kind.NUMBER);
        assertThat(TrackerId.of("TSO0A3EA9").kind()).isEqualTo(TrackerId.Kind.SOURCE);
        assertThat(TrackerId.of("TSO0A3EA9").value()).isEqualTo("TSO0A3EA9");
        assertThat(TrackerId.isNumber("TPN20F068")).isTrue();
        assertThat(TrackerId.isNumber("TSO0A3EA9")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "TPN",
                "tpn20F",
                "RPN20F0",
                "482913",
                "TPN1/../2",
                "TPN1%2F",
                "TSO 1",
                "TPN1\n",
                "TPN1?x=1",
                "available",
                "TPN٣"
            })
    void whatCanBeNeitherKindIsNoId(String id) {
        assertThat(ApiErrors.thrownBy(() -> TrackerId.of(id)).code()).isEqualTo("INVALID_ID");
        assertThat(TrackerId.isNumber(id)).isFalse();
    }

    @Test
    void anIdIsBounded() {
        assertThat(TrackerId.of("TPN" + "F".repeat(128)).value()).hasSize(131);
        assertThat(ApiErrors.thrownBy(() -> TrackerId.of("TPN" + "F".repeat(129)))
                        .code())
                .isEqualTo("INVALID_ID");
    }
}
