package io.ctmconnect.ctm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class CallStatusTest {
    private static CallStatus status(String json) {
        return new Call(Json.of(json)).status();
    }

    private static CallStatus of(String word) {
        return CallStatus.of(List.of(word), false);
    }

    @ParameterizedTest
    @CsvSource({
        "answered,answered",
        "completed,answered",
        "no answer,no-answer",
        "no-answer,no-answer",
        "no_answer,no-answer",
        "missed,no-answer",
        "hangup,no-answer",
        "busy,busy",
        "failed,failed",
        "canceled,canceled",
        "cancelled,canceled",
        "voicemail,voicemail",
        "ringing,in-progress",
        "queued,in-progress",
        "initiated,in-progress",
        "in progress,in-progress",
        "in-progress,in-progress",
        "in_progress,in-progress",
        "received,unknown",
        "sent,unknown",
        "delivered,unknown",
        "something new,unknown",
        "'',unknown"
    })
    void everyWordOfCtmIsOneOfThePlatform(String word, String expected) {
        assertThat(of(word).wire()).isEqualTo(expected);
        assertThat(of(word.toUpperCase(Locale.ROOT)).wire()).isEqualTo(expected);
        assertThat(of("  " + word + " ").wire()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dial_status", "call_status", "status"})
    void theWordMayStandInAnyOfThreeFields(String field) {
        assertThat(status("{'" + field + "': 'busy'}")).isEqualTo(CallStatus.BUSY);
    }

    @Test
    void theFirstKnownWordCountsFromDialStatusOn() {
        assertThat(status("{'status': 'failed', 'call_status': 'busy', 'dial_status': 'answered'}"))
                .isEqualTo(CallStatus.ANSWERED);
        assertThat(status("{'status': 'failed', 'call_status': 'busy', 'dial_status': 'new word'}"))
                .isEqualTo(CallStatus.BUSY);
        assertThat(status("{'status': 'failed', 'call_status': null, 'dial_status': ''}"))
                .isEqualTo(CallStatus.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'status': null}", "{'status': {}}", "{'status': 7, 'call_status': 'received'}"})
    void withoutAKnownWordItIsUnknown(String json) {
        assertThat(status(json)).isEqualTo(CallStatus.UNKNOWN);
    }

    @Test
    void theWordMayBeInAnArray() {
        assertThat(status("{'status': ['no answer']}")).isEqualTo(CallStatus.NO_ANSWER);
    }

    @Test
    void aHangupWithoutTalkTimeIsAMissedCall() {
        assertThat(status("{'dial_status': 'hangup', 'talk_time': 0}")).isEqualTo(CallStatus.NO_ANSWER);
        assertThat(status("{'dial_status': 'hangup'}")).isEqualTo(CallStatus.NO_ANSWER);
        assertThat(status("{'dial_status': 'hangup', 'talk_time': null}")).isEqualTo(CallStatus.NO_ANSWER);
    }

    @Test
    void aHangupAfterTalkIsAnAnsweredCall() {
        assertThat(status("{'dial_status': 'hangup', 'talk_time': 4}")).isEqualTo(CallStatus.ANSWERED);
        assertThat(status("{'dial_status': 'hangup', 'talk_time': '4'}")).isEqualTo(CallStatus.ANSWERED);
    }

    @Test
    void theWordsAreThoseOfTheContract() {
        assertThat(Stream.of(CallStatus.values()).map(CallStatus::wire))
                .containsExactlyInAnyOrder(
                        "answered", "no-answer", "busy", "failed", "canceled", "voicemail", "in-progress", "unknown");
    }
}
