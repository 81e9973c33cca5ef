package io.ctmconnect.it;

import io.ctmconnect.it.Api.Reply;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Plants secrets, drives the service through its ways to fail, and looks for them wherever they might have leaked. */
class SecretsIT {
    private static final String PASSWORD = "canary-password-1f7d";
    private static final String ACCESS_KEY = "canary-access-key-83aa";
    private static final String KEY_SECRET = "canary-key-secret-90bc";
    private static final String SMTP_PASSWORD = "canary-smtp-password-77e0";

    @Test
    void noSecretLeavesTheService() throws IOException {
        List<String> answers = new ArrayList<>();
        Path directory;
        String log;
        String token;
        String webhookToken;
        Told told;
        try (World world = World.with(Map.of(
                "QUARKUS_LOG_LEVEL",
                "DEBUG",
                "QUARKUS_LOG_CATEGORY__ORG_APACHE_HC__LEVEL",
                "TRACE",
                "QUARKUS_LOG_CATEGORY__IO_VERTX_EXT_MAIL__LEVEL",
                "TRACE",
                "SMTP_USERNAME",
                "notices",
                "SMTP_PASSWORD",
                SMTP_PASSWORD))) {
            directory = world.directory;
            world.control.post("/users/agency@example.com", "{\"password\":\"" + PASSWORD + "\"}");
            String account = World.newAccount();
            token = Tokens.of(account);
            Api caller = world.callerOf(account);
            String id = Logins.connect(caller, Logins.user("agency@example.com", PASSWORD));

            Subscribed subscribed =
                    Subscribed.to(world, new World.Connected(account, caller, id), "482913", "[\"call.completed\"]");
            webhookToken = subscribed.token();
            for (Reply reply : events(subscribed)) {
                answers.add(reply.text() + reply.headers().map());
            }
            for (Reply reply : provoke(world, caller, id)) {
                answers.add(reply.text() + reply.headers().map());
            }
            told = tell(world);
            answers.add(world.api().getRoot("/metrics").text());
            answers.add(world.api().getRoot("/openapi").text());
            log = world.service.output();
        }
        List<String> secrets = List.of(
                PASSWORD,
                ACCESS_KEY,
                KEY_SECRET,
                Tokens.SECRET,
                token,
                "sandbox-agency-20417-key",
                "sandbox-agency-20417-secret",
                SMTP_PASSWORD,
                webhookToken);

        assertThat(answers).allSatisfy(answer -> assertThat(answer).doesNotContain(secrets));
        assertThat(log).contains("\"level\":\"DEBUG\"").doesNotContain(secrets).doesNotContain("Basic ", "Bearer ey");
        assertThat(log).doesNotContainPattern("\\+1\\d{10}");
        assertThat(log).doesNotContain("PRIVATE KEY", told.email()).doesNotContain(told.tokens());
        assertThat(answers).allSatisfy(answer -> assertThat(answer).doesNotContain(told.tokens()));
        for (Path file : files(directory.resolve("data"))) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .as(file.toString())
                    .doesNotContain(secrets);
        }
    }

    /** Events that are taken, and such that are not. */
    private static List<Reply> events(Subscribed subscribed) {
        long call = Subscribed.newCallId();
        String again =
                "{\"campaign_id\":\"%s\",\"calltracking_account_id\":\"482913\"}".formatted(subscribed.campaign());
        return List.of(
                subscribed.connected().post("/webhook", again),
                subscribed.end(Subscribed.ended(call, "answered", 9)),
                subscribed.end(Subscribed.ended(call, "answered", -9)),
                subscribed.end("{\"caller_number\":\"+14105550129\""),
                Subscribed.send(
                        subscribed.world().api(), "x", "", Subscribed.ended(call, "busy", 1), "1", subscribed.token()),
                subscribed.connected().get("/webhook/events"));
    }

    /** Notices that arrive, and such that do not. */
    private static Told tell(World world) {
        Told told = Told.of(world, "canary-web-1", "canary-web-2");
        told.awaitDone(told.tell());
        world.control.post("/fcm/errors", "{\"error\":\"INVALID_ARGUMENT\"}");
        world.control.post("/mail/faults", "{\"at\":\"recipient\",\"reply\":550}");
        String refused = told.tell();
        told.row(refused, "push", "parked", 1);
        told.row(refused, "email", "parked", 1);
        return told;
    }

    private static List<Reply> provoke(World world, Api caller, String id) {
        List<Reply> replies = new ArrayList<>();
        replies.add(caller.get("/auth"));
        replies.add(caller.post("/auth", Logins.user("agency@example.com", PASSWORD)));
        replies.add(caller.post("/auth", Logins.user("agency@example.com", PASSWORD + "-wrong")));
        replies.add(caller.post("/auth", Logins.keys(ACCESS_KEY, KEY_SECRET)));
        replies.add(caller.post(
                "/auth", "{\"username\":\"a\",\"password\":\"" + PASSWORD + "\",\"secret\":\"" + KEY_SECRET + "\"}"));
        replies.add(caller.post("/auth", "{\"password\":\"" + PASSWORD + "\", broken"));
        replies.add(caller.get("/" + id + "/accounts"));
        replies.add(caller.get("/" + id + "/accounts/482913/calls?search=" + "%2B14105550129"));
        for (String fault : List.of(
                "{\"kind\":\"html_502\"}",
                "{\"kind\":\"drop\"}",
                "{\"kind\":\"slow\",\"delay_ms\":9000}",
                "{\"kind\":\"error_200\"}")) {
            world.control.fault(fault);
            replies.add(caller.get("/" + id + "/accounts/482913/calls"));
            replies.add(caller.post("/auth", Logins.keys(ACCESS_KEY, KEY_SECRET)));
            world.control.clearFaults();
        }
        world.control.post("/keys/rotate", "{\"agency\":20417}");
        replies.add(caller.get("/" + id + "/accounts"));
        world.control.post("/users/agency@example.com", "{\"password\":\"changed\"}");
        world.control.post("/keys/rotate", "{\"agency\":20417}");
        replies.add(caller.get("/" + id + "/accounts"));
        return replies;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
