package io.ctmconnect.calls;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.ctm.Call;
import io.ctmconnect.ctm.Samples;
import io.ctmconnect.http.Fields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static io.ctmconnect.http.Queries.query;
import static org.assertj.core.api.Assertions.assertThat;

/** A row with the fields that reports ask for counts as the whole row does. */
class CountedCallTest {
    private static final List<Call> ROWS = List.of(
            Samples.call(),
            new Call(Samples.missed()),
            Samples.callWith("{'dial_status': null, 'call_status': null, 'status': 'hangup', 'talk_time': 0}"),
            Samples.callWith("{'dial_status': 'ringing', 'duration': null, 'talk_time': null}"),
            Samples.callWith("{'called_at': null, 'is_new_caller': false, 'source': null}"),
            Samples.callWith("{'direction': 'outbound', 'source': 'Bing', 'tracking_number_sid': 'TPN1'}"),
            Samples.callWith("{'direction': 'msg_inbound', 'message_id': 'MSG1'}"),
            Samples.callWith("{'direction': null}"),
            Samples.callWith("{'direction': null, 'message_body': 'Hello'}"),
            Samples.callWith("{'direction': null, 'form': {'form_id': 1}}"),
            Samples.callWith("{'direction': null, 'chat_status': 'open'}"));

    private static Call cut(Call call) {
        ObjectNode row = call.json().deepCopy();
        return new Call(row.retain(CountedCall.FIELDS));
    }

    @Test
    void nothingThatIsCountedIsMissing() {
        assertThat(ROWS).allSatisfy(row -> {
            assertThat(cut(row).json()).hasSizeLessThan(row.json().size());
            assertThat(CountedCall.of(cut(row))).isEqualTo(CountedCall.of(row));
            assertThat(cut(row).localOffset()).isEqualTo(row.localOffset());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=1",
                "direction=outbound",
                "call_status=no-answer",
                "call_status=answered",
                "source=Google Ads",
                "source=71502",
                "source=TSO0A3EA99478F4865569807A89A8E45D53D0A8E85D92285FB513E69FC28B6065B6",
                "tracker=88231",
                "tracker=TPN1",
                "tracker=+12025550143",
                "start_date=2026-03-18",
                "end_date=2026-03-17"
            })
    void noFilterMissesAField(String filter) {
        CallFilter accepted = CallFilter.of(Fields.of(query(filter)));

        assertThat(ROWS)
                .allSatisfy(row -> assertThat(accepted.accepts(cut(row))).isEqualTo(accepted.accepts(row)));
        assertThat(ROWS).anyMatch(accepted::accepts).anyMatch(row -> !accepted.accepts(row));
    }
}
