package io.ctmconnect.calls;

import io.ctmconnect.ctm.Call;
import io.ctmconnect.ctm.Samples;
import io.ctmconnect.http.Fields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.ctmconnect.http.Queries.query;
import static org.assertj.core.api.Assertions.assertThat;

class CallFilterTest {
    private static final Call CALL = Samples.call();

    private static boolean accepts(Call call, String... pairs) {
        return CallFilter.of(Fields.of(query(pairs))).accepts(call);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=1",
                "call_status=answered",
                "call_status=failed,answered",
                "direction=inbound",
                "source=Google Ads",
                "source=google ads",
                "source=71502",
                "source=TSO0A3EA99478F4865569807A89A8E45D53D0A8E85D92285FB513E69FC28B6065B6",
                "tracker=88231",
                "tracker=TPN20F068005148EFB88AA6A62ACBC7F16B6B80FCA45D3C144A0A6E12E2F6C80609",
                "start_date=2026-03-17",
                "end_date=2026-03-17",
                "start_date=2026-03-01",
                "end_date=2026-03-31",
                "search=whatever CTM finds"
            })
    void aCallThatIsWhatWasAskedForIsAccepted(String parameter) {
        assertThat(accepts(CALL, parameter)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call_status=failed",
                "call_status=no-answer,canceled",
                "direction=outbound",
                "source=Bing",
                "source=Google",
                "source=71503",
                "tracker=88232",
                "tracker=TPN1",
                "start_date=2026-03-18",
                "end_date=2026-03-16"
            })
    void aCallThatFailsOneFilterIsNot(String parameter) {
        assertThat(accepts(CALL, parameter)).isFalse();
    }

    @Test
    void everyFilterMustHold() {
        assertThat(accepts(CALL, "call_status=answered", "direction=inbound", "source=71502"))
                .isTrue();
        assertThat(accepts(CALL, "call_status=answered", "direction=inbound", "source=1"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"msg_inbound", "msg_outbound", "form", "chat", "video"})
    void whatIsNoCallIsNeverAccepted(String direction) {
        assertThat(accepts(Samples.callWith("{'direction': '" + direction + "'}")))
                .isFalse();
    }

    @Test
    void aRowWithoutDirectionIsAcceptedUnlessOneIsAskedFor() {
        assertThat(accepts(Samples.callWith("{'direction': null}"))).isTrue();
        assertThat(accepts(Samples.callWith("{'direction': null}"), "direction=inbound"))
                .isFalse();
        assertThat(accepts(Samples.callWith("{'direction': null, 'message_id': 'MSG1'}")))
                .isFalse();
    }

    @Test
    void aRowWithoutIdIsNeverAccepted() {
        assertThat(accepts(Samples.callWith("{'id': null}"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"no-answer,true", "answered,false"})
    void aStatusIsTheNormalisedOne(String status, boolean expected) {
        assertThat(accepts(new Call(Samples.missed()), "call_status=" + status)).isEqualTo(expected);
    }

    @Test
    void theDayIsThatOfTheAccountsTimeZone() {
        Call lateEvening = Samples.callWith("{'called_at': '2026-03-17 11:42 PM -04:00', 'unix_time': 1773805320}");

        assertThat(accepts(lateEvening, "start_date=2026-03-17", "end_date=2026-03-17"))
                .isTrue();
        assertThat(accepts(lateEvening, "start_date=2026-03-18")).isFalse();
    }

    @Test
    void aCallWithoutADayIsLeftToCtmsOwnFilter() {
        assertThat(accepts(Samples.callWith("{'called_at': null}"), "start_date=2026-03-18"))
                .isTrue();
        assertThat(accepts(Samples.callWith("{'called_at': 'Tuesday'}"), "end_date=2026-03-16"))
                .isTrue();
    }
}
