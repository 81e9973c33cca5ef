package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.ServiceProcess.Ended;
import io.ctmconnect.it.World.Connected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What operators see and rely on. */
class OperationIT {
    private static final World WORLD = World.shared();

    @Test
    void theProcessAnswersAndIsReady() {
        assertThat(WORLD.api().getRoot("/").text()).isEqualTo("{\"success\":true,\"message\":\"OK\"}");
        assertThat(WORLD.api().getRoot("/health/live").status()).isEqualTo(200);
        assertThat(WORLD.api().getRoot("/health/ready").status()).isEqualTo(200);
        JsonNode status = WORLD.api().getRoot("/status").data();
        assertThat(status.path("service").asText()).isEqualTo("calltrackingmetrics");
        assertThat(status.path("mongodb").asText()).isEqualTo("up");
    }

    @Test
    void metricsNameEndpointsAndNeverIds() {
        Connected connected = WORLD.connect();
        connected.get("/accounts/482913/calls");

        String metrics = WORLD.api().getRoot("/metrics").text();

        assertThat(metrics).contains("ctm_requests_seconds_count{endpoint=\"search_calls\",outcome=\"ok\"");
        assertThat(metrics).doesNotContain("482913", connected.id(), connected.account());
    }

    @Test
    void theDescriptionIsWholeAndServedWithItsPage() {
        JsonNode document = OpenApiContract.of(WORLD.service.uri()).document();

        assertThat(document.path("openapi").asText()).startsWith("3.1");
        assertThat(document.path("paths").properties()).hasSizeGreaterThanOrEqualTo(7);
        document.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/v1/"))
                .flatMap(path -> path.getValue().valueStream())
                .filter(operation -> operation.has("responses"))
                .forEach(OperationIT::assertDescribesErrors);
        assertThat(WORLD.api().getRoot("/docs/").text()).contains("swagger-ui");
    }

    @Test
    void aDisconnectIsDescribedWithItsErrors() {
        JsonNode responses = OpenApiContract.of(WORLD.service.uri())
                .document()
                .path("paths")
                .path(Api.BASE + "/auth")
                .path("delete")
                .path("responses");

        assertThat(responses.path("404").path("description").asText()).isEqualTo("RECORD_NOT_FOUND");
        assertThat(responses.path("409").path("description").asText()).isEqualTo("CONFLICT");
        assertThat(responses.has("502")).as("CTM's state does not matter to it").isFalse();
    }

    @Test
    void theReadmeListsEveryDescribedRoute() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));

        OpenApiContract.of(WORLD.service.uri())
                .document()
                .path("paths")
                .properties()
                .forEach(path -> {
                    String shown = path.getKey().replace(Api.BASE, "");
                    path.getValue()
                            .fieldNames()
                            .forEachRemaining(method -> assertThat(readme)
                                    .contains("| " + method.toUpperCase(Locale.ROOT) + " | `" + shown + "`"));
                });
    }

    private static void assertDescribesErrors(JsonNode operation) {
        assertThat(operation.path("summary").asText()).isNotBlank();
        boolean isPublic = !operation.has("security");
        for (String status : isPublic ? List.of("400", "500", "503") : List.of("400", "401", "403", "500", "503")) {
            JsonNode json =
                    operation.path("responses").path(status).path("content").path("application/json");
            assertThat(json.path("schema").path("$ref").asText()).endsWith("/ErrorBody");
            assertThat(json.path("examples")).isNotEmpty();
        }
    }

    @Test
    void everyRequestIsOneJsonLogLineWithItsFields() {
        Connected connected = WORLD.connect();
        Reply reply = connected.get("/accounts/482913/calls");
        String id = reply.header("X-Request-Id");

        await().until(() -> line(id) != null);
        String line = String.valueOf(line(id));
        assertThat(line)
                .startsWith("{")
                .contains("\"message\":\"request\"", "\"status\":\"200\"", "\"method\":\"GET\"", "\"upstream_ms\":\"")
                .contains("\"route\":\"/v1/e/calltrackingmetrics/{tokenId}/accounts/{accountId}/calls\"")
                .contains("\"account_id\":\"" + connected.account() + "\"");
    }

    private static @Nullable String line(String requestId) {
        return WORLD.service
                .output()
                .lines()
                .filter(line -> line.contains(requestId) && line.contains("\"message\":\"request\""))
                .findFirst()
                .orElse(null);
    }

    @Test
    void sigtermFinishesWhatWasAccepted() throws Exception {
        try (World world = World.with(Map.of("CTM_TIMEOUT", "10s"))) {
            Connected connected = world.connect();
            world.control.fault("{\"kind\":\"slow\",\"delay_ms\":1500,\"match\":{\"path\":\"/calls\"}}");
            CompletableFuture<Reply> running =
                    CompletableFuture.supplyAsync(() -> connected.get("/accounts/482913/calls?limit=3"));
            await().until(() -> world.control.get("/faults").toString().contains("\"struck\":1"));

            world.service.terminate();

            assertThat(running.get(30, TimeUnit.SECONDS).data()).hasSize(3);
            assertThat(world.service.awaitEnd()).isIn(0, 143);
        }
    }

    @Test
    void aBrokenConfigurationNamesAllProblemsAndNoValue() {
        Map<String, String> broken = Map.of(
                "PORT", "eighty",
                "CTM_TIMEOUT", "soon",
                "CTM_REAUTH_ON_401", "perhaps",
                "CTM_API_BASE_URL", "ftp://secret-value",
                "MONGODB_URI", "postgres://user:secret-value@host",
                "JWT_PUBLIC_KEY", "secret-value");

        Ended ended = ServiceProcess.run(broken, WORLD.directory, "serve");

        assertThat(ended.exitCode()).isNotZero();
        assertThat(ended.output())
                .contains("PORT ", "CTM_TIMEOUT ", "CTM_REAUTH_ON_401 ", "CTM_API_BASE_URL ", "MONGODB_URI ")
                .contains("JWT_PUBLIC_KEY ", "ENCRYPTION_KEYSET ")
                .doesNotContain("secret-value", "\tat ");
    }

    @Test
    void aSecondProcessOnTheSameStoreSaysSo() {
        Map<String, String> environment = new HashMap<>(WORLD.environment);
        environment.remove("EMBEDDED_MONGODB_PORT");

        Ended ended = ServiceProcess.run(environment, WORLD.directory, "serve");

        assertThat(ended.exitCode()).isNotZero();
        assertThat(ended.output()).containsIgnoringCase("another process").doesNotContain("\tat ");
    }

    @Test
    void aStoreThatIsAwayIsUnavailableAndNotReady() {
        try (ServiceProcess service = ServiceProcess.start(WORLD.environmentWithoutStore(), WORLD.directory, "serve")) {
            Api api = Api.of(service.uri());
            Reply reply = api.as(Tokens.of(World.newAccount())).get("/auth");

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.code()).isEqualTo("UNAVAILABLE");
            assertThat(reply.header("Retry-After")).isNotBlank();
            assertThat(api.getRoot("/health/live").status()).isEqualTo(200);
            assertThat(api.getRoot("/health/ready").status()).isEqualTo(503);
            assertThat(api.getRoot("/status").data().path("mongodb").asText()).isEqualTo("down");
        }
    }

    @Test
    void withAMongoDbUriNothingOfTheEmbeddedStoreIsLoaded() {
        Map<String, String> environment = new HashMap<>(WORLD.environment);
        environment.put("MONGODB_URI", "mongodb://127.0.0.1:" + ServiceProcess.freePort());
        environment.put(
                "ENCRYPTION_KEYSET",
                Path.of(WORLD.environment.get("DATA_DIR"), "keyset.json").toString());
        environment.put("JAVA_TOOL_OPTIONS", "-Xlog:class+load");
        try (ServiceProcess service = ServiceProcess.start(environment, WORLD.directory, "serve")) {
            assertThat(service.output())
                    .contains("com.mongodb.")
                    .doesNotContain("de.bwaldvogel", "org.h2.", "io.ctmconnect.embedded.EmbeddedMongo ");
        }
    }

    @Test
    void aConnectionSurvivesKillAndRestart() {
        try (World world = World.with(Map.of())) {
            Connected connected = world.connect();
            world.service.kill();
            world.restart();

            Reply reply = world.callerOf(connected.account()).get("/" + connected.id() + "/accounts/482913");

            assertThat(reply.status()).isEqualTo(200);
        }
    }
}
