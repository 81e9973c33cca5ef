package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two processes of the service on one store. */
class TwoProcessesIT {
    /** {@code -Dnotices=1000} makes it longer. */
    private static final int NOTICES = Integer.getInteger("notices", 100);

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern DONE =
            Pattern.compile("outbox_attempts_total\\{kind=\"notice-push\",outcome=\"done\"} ([0-9.]+)");

    @Test
    void everyNoticeIsSentOnceByOneOfThem() {
        try (World world = World.with(Map.of());
                ServiceProcess other = ServiceProcess.start(world.environmentBeside(), world.directory, "serve")) {
            Told told = Told.of(world, "web-1");

            List<String> notices = Stream.generate(told::tell).limit(NOTICES).toList();

            await().atMost(PATIENCE).until(() -> told.done() == 3L * notices.size());
            assertThat(told.rows()).allSatisfy(row -> {
                assertThat(row.getString("state")).isEqualTo("done");
                assertThat(row.getInteger("attempts")).isEqualTo(1);
            });
            assertThat(told.pushes(told.tokens().getFirst())).hasSize(NOTICES);
            List<JsonNode> mails = told.mails();
            assertThat(mails).hasSize(NOTICES);
            assertThat(mails.stream().map(mail -> mail.path("message_id").asText()))
                    .doesNotHaveDuplicates();
            assertThat(world.collection("fcm.notifications")
                            .countDocuments(new Document("users", told.owner()).append("message.success", 1)))
                    .isEqualTo(NOTICES);
            assertThat(pushed(world.api()) + pushed(Api.of(other.uri()))).isEqualTo(NOTICES);
            assertThat(List.of(pushed(world.api()), pushed(Api.of(other.uri()))))
                    .allSatisfy(number -> assertThat(number).isPositive());
        }
    }

    /** How many pushes that process has made. */
    private static int pushed(Api api) {
        Matcher metric = DONE.matcher(api.getRoot("/metrics").text());
        return metric.find() ? (int) Double.parseDouble(metric.group(1)) : 0;
    }
}
