package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.secrets.Secret;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

class CtmMemoryPropertiesTest {
    /** A read, or, where {@code isNews}, news of the account. */
    record Step(String connection, long version, String account, String call, boolean isNews) {
        private CtmKeys keys() {
            return new CtmKeys(Secret.of("key-" + version), Secret.of("secret"));
        }

        CtmAccess access() {
            return new CtmAccess(connection, keys()).remembering(version);
        }

        CtmRequest request() {
            return CtmRequest.get(Endpoint.CALL, "/accounts/" + account + "/calls/" + call, Map.of(), keys());
        }
    }

    private static String asked(CtmRequest request, String connection) {
        return connection + " with "
                + Objects.requireNonNull(request.authorization()).reveal() + " for " + request.path();
    }

    /** Ids of which several are the same text when one follows another. */
    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of("1", "11", "2"),
                        Arbitraries.longs().between(1, 12),
                        Arbitraries.of("1", "11"),
                        Arbitraries.of("1", "11"),
                        Arbitraries.of(false, false, true))
                .as(Step::new)
                .list()
                .ofMaxSize(80);
    }

    @Property(tries = 300)
    void noAnswerIsAnothersOrOlderThanTheNews(@ForAll("steps") List<Step> steps) {
        var news = new AtomicInteger();
        Map<String, Integer> newest = new HashMap<>();
        CtmMemory memory = CtmMemoryTest.memory(
                Duration.ofSeconds(10),
                (request, connection) -> Json.of("{'to': '" + asked(request, connection) + "', 'news': " + news + "}"));
        for (Step step : steps) {
            if (step.isNews) {
                newest.put(step.account, news.incrementAndGet());
                memory.forgetCalls(step.account);
            } else {
                JsonNode answer = memory.read(step.request(), step.access(), Topic.calls(step.account))
                        .json();
                assertThat(answer.path("to").asText()).isEqualTo(asked(step.request(), step.connection));
                assertThat(answer.path("news").asInt()).isGreaterThanOrEqualTo(newest.getOrDefault(step.account, 0));
            }
        }
    }
}
