package io.ctmconnect.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeedTest {

    private static final Set<String> SPOKEN_WORDS = Set.of(
            "answered",
            "completed",
            "no answer",
            "no-answer",
            "busy",
            "hangup",
            "canceled",
            "failed",
            "voicemail",
            "missed",
            "ringing",
            "in progress",
            "in-progress",
            "queued",
            "initiated");
    private static final Set<String> WRITTEN_WORDS = Set.of("received", "sent", "delivered", "failed");

    private final Probe probe = Probe.start(Probe.SETTINGS);
    private List<JsonNode> all = List.of();

    @BeforeAll
    void readAll() {
        all = everything(probe);
    }

    @AfterAll
    void close() {
        probe.close();
    }

    private static List<JsonNode> everything(Probe probe) {
        return LongStream.rangeClosed(482_913, 482_916)
                .mapToObj(account -> probe.allCalls(account, ""))
                .flatMap(List::stream)
                .toList();
    }

    private static String bytes(Probe probe, List<JsonNode> rows) {
        return rows.toString().replace(probe.origin(), "/");
    }

    @Test
    void sameSeedGivesTheSameBytes() {
        try (Probe again = Probe.start(Probe.SETTINGS)) {
            assertThat(bytes(again, everything(again))).isEqualTo(bytes(probe, all));
        }
    }

    @Test
    void anotherSeedGivesOtherData() {
        try (Probe other = Probe.start(Probe.SETTINGS.withSeed(2))) {
            assertThat(bytes(other, everything(other))).isNotEqualTo(bytes(probe, all));
        }
    }

    @Test
    void resetRestoresTheSameBytes() {
        probe.control("POST", "/accounts/482913/calls", "{}");
        probe.control("POST", "/reset", "");

        assertThat(bytes(probe, everything(probe))).isEqualTo(bytes(probe, all));
    }

    @Test
    void thereAreSomeFiveThousandActivitiesWithIdsOfTenDigits() {
        assertThat(all).hasSizeBetween(4_500, 5_500);
        assertThat(all.stream().map(row -> row.path("id").asLong()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id >= 1_000_000_000L && id <= 9_999_999_999L);
    }

    @Test
    void everyStatusWordOccurs() {
        assertThat(words("call_status")).containsAll(SPOKEN_WORDS).containsAll(WRITTEN_WORDS);
        assertThat(words("status")).contains("answered", "completed", "no answer", "no-answer", "busy", "missed");
        assertThat(words("dial_status")).contains("answered", "completed", "no answer", "no-answer", "in-progress");
        assertThat(all).anyMatch(row -> !row.path("call_status").equals(row.path("status")));
    }

    private Set<String> words(String field) {
        return all.stream().map(row -> row.path(field).asText("")).collect(Collectors.toSet());
    }

    @Test
    void hangupsComeWithAndWithoutTalk() {
        assertThat(rows(row -> text(row, "call_status").equals("hangup")))
                .anyMatch(row -> row.path("talk_time").asInt() > 0)
                .anyMatch(row -> row.path("talk_time").asInt() == 0);
    }

    @Test
    void callsInProgressHaveNullLengthsAndAudio() {
        assertThat(rows(row -> text(row, "call_status").equals("ringing")))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(Stream.of("duration", "talk_time", "audio"))
                            .allMatch(field -> row.path(field).isNull());
                    assertThat(row.has("billed_amount")).isFalse();
                    assertThat(row.at("/legs/0").has("end_at")).isFalse();
                });
    }

    @Test
    void keysThatDoNotApplyAreAbsent() {
        assertThat(rows(row -> text(row, "direction").equals("msg_inbound")))
                .isNotEmpty()
                .allMatch(row -> row.has("message_body") && !row.has("duration") && !row.has("audio"));
        assertThat(rows(row -> text(row, "direction").equals("form")))
                .isNotEmpty()
                .allMatch(row -> row.path("form").isObject() && !row.has("dial_status"));
        assertThat(rows(row -> text(row, "dial_status").equals("busy")))
                .isNotEmpty()
                .allMatch(row -> !row.has("agent") && !row.has("audio") && !row.has("transcription"))
                .allMatch(row -> row.path("duration").asInt() > 0 && row.has("billed_amount"));
    }

    @Test
    void oneAccountCountsItsWaitsInMilliseconds() {
        assertThat(waits(Probe.EASTERN)).allMatch(wait -> wait < 1_000);
        assertThat(waits(Probe.PACIFIC)).allMatch(wait -> wait >= 1_000);
    }

    private List<Integer> waits(long account) {
        return rows(row -> row.path("account_id").asLong() == account).stream()
                .filter(row -> row.hasNonNull("wait_time"))
                .map(row -> row.path("wait_time").asInt())
                .toList();
    }

    @Test
    void someCallersAreAnonymousAndSomeNew() {
        assertThat(words("caller_number")).contains("", "+");
        assertThat(all)
                .anyMatch(row -> row.path("is_new_caller").asBoolean())
                .anyMatch(row -> !row.path("is_new_caller").asBoolean(true));
    }

    @Test
    void weekdaysAreBusierThanSundays() {
        long tuesdays = rows(row -> text(row, "day").equals("Tuesday")).size();
        long sundays = rows(row -> text(row, "day").equals("Sunday")).size();

        assertThat(tuesdays).isGreaterThan(3 * sundays);
    }

    private List<JsonNode> rows(Predicate<JsonNode> wanted) {
        return all.stream().filter(wanted).toList();
    }

    private static String text(JsonNode row, String field) {
        return row.path(field).asText("");
    }
}
