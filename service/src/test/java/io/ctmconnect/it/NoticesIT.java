package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Date;

import static org.assertj.core.api.Assertions.assertThat;

/** Notices on their way from the outbox to the browser and the mailbox, with the sandbox's FCM and mail server. */
class NoticesIT extends InSharedWorld {
    @Test
    void theOwnerIsToldByPushAndMail() {
        Told told = Told.of(WORLD, "web-1", "web-2");

        String notice = told.tell();
        told.awaitDone(notice);

        for (String token : told.tokens()) {
            assertThat(told.pushes(token)).singleElement().satisfies(push -> {
                assertThat(push.at("/message/notification/title").asText())
                        .isEqualTo("Call Tracking Metrics connected");
                assertThat(push.at("/message/data/account_id").asText())
                        .isEqualTo(told.account().toHexString());
                assertThat(push.at("/message/webpush/fcm_options/link").asText())
                        .isEqualTo("https://app.dashclicks.com/analytics");
            });
        }
        JsonNode mail = told.mails().getFirst();
        assertThat(told.mails()).hasSize(1);
        assertThat(mail.path("header_from").asText()).contains("Acme Marketing", "notices@acme.example");
        assertThat(mail.path("subject").asText()).isEqualTo("Call Tracking Metrics was connected to Acme Dental");
        assertThat(mail.path("message_id").asText()).matches("<[0-9a-f]{40}@acme\\.example>");
        assertThat(mail.path("text").asText()).contains("Hello Jane Doe,", "https://app.dashclicks.com/analytics");
        assertThat(mail.path("html").asText()).contains("href=\"https://app.dashclicks.com/analytics\"");
        assertThat(told.bell()).containsEntry("success", 2).containsEntry("failure", 0);
    }

    @Test
    void aConnectAndADisconnectAreToldOnceEach() {
        Told told = Told.of(WORLD, "web-1");
        Api caller = WORLD.callerOf(told.account().toHexString());

        Logins.connect(caller, Logins.AGENCY_USER);
        Logins.connect(caller, Logins.AGENCY_USER);
        told.awaitMails(1);
        assertThat(caller.delete("/auth").status()).isEqualTo(200);
        assertThat(caller.delete("/auth").status()).isEqualTo(404);
        told.awaitMails(2);

        assertThat(told.mails())
                .extracting(mail -> mail.path("subject").asText())
                .containsExactly(
                        "Call Tracking Metrics was connected to Acme Dental",
                        "Call Tracking Metrics was disconnected from Acme Dental");
        told.awaitPushes(2);
        assertThat(told.pushes(told.tokens().getFirst()))
                .extracting(push -> push.at("/message/notification/title").asText())
                .containsExactly("Call Tracking Metrics connected", "Call Tracking Metrics disconnected");
        assertThat(told.rows()).hasSize(6).allMatch(row -> "done".equals(row.get("state")));
    }

    @Test
    void unregisteredRemovesOneToken() {
        Told told = Told.of(WORLD, "web-1", "dead", "web-2");
        WORLD.control.post(
                "/fcm/errors",
                "{\"error\":\"UNREGISTERED\",\"token\":\"" + told.tokens().get(1) + "\"}");

        told.awaitDone(told.tell());

        assertThat(told.registered())
                .containsExactly(told.tokens().getFirst(), told.tokens().getLast());
        assertThat(told.bell()).containsEntry("success", 2).containsEntry("failure", 1);
    }

    @Test
    void aBadRequestRemovesNoTokenAndIsParked() {
        Told told = Told.of(WORLD, "web-1");
        WORLD.control.post("/fcm/errors", "{\"error\":\"INVALID_ARGUMENT\"}");

        String notice = told.tell();
        Document row = told.row(notice, "push", "parked", 1);

        assertThat(row.getString("reason")).isEqualTo("FCM refuses it: INVALID_ARGUMENT");
        assertThat(told.registered()).isEqualTo(told.tokens());
        told.row(notice, "email", "done", 1);
    }

    @Test
    void anInvalidTokenIsRemoved() {
        Told told = Told.of(WORLD, "web-1");
        WORLD.control.post("/fcm/errors", "{\"error\":\"INVALID_TOKEN\"}");

        told.awaitDone(told.tell());

        assertThat(told.registered()).isEmpty();
    }

    @Test
    void aWaitThatFcmAsksForIsKeptAndTheMailIsNotSentAgain() {
        Told told = Told.of(WORLD, "web-1");
        WORLD.control.post("/fcm/errors", "{\"error\":\"UNAVAILABLE\",\"times\":1,\"retry_after\":8}");

        String notice = told.tell();
        Document waiting = told.row(notice, "push", "ready", 1);

        Date failed = waiting.getList("history", Document.class).getFirst().getDate("at");
        assertThat(Duration.between(
                        failed.toInstant(), waiting.getDate("due_at").toInstant()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(8));
        told.awaitDone(notice);
        assertThat(told.pushes(told.tokens().getFirst())).hasSize(1);
        assertThat(told.mails()).hasSize(1);
    }

    @Test
    void anAccessTokenThatWasRevokedIsReplaced() {
        Told first = Told.of(WORLD, "web-1");
        first.awaitDone(first.tell());
        WORLD.control.post("/fcm/revoke", "{}");

        Told second = Told.of(WORLD, "web-1");
        second.awaitDone(second.tell());

        assertThat(second.bell()).containsEntry("success", 1);
    }

    @Test
    void aRefusedRecipientIsParkedWithoutItsAddress() {
        Told told = Told.of(WORLD, "web-1");
        WORLD.control.post("/mail/faults", "{\"at\":\"recipient\",\"reply\":550}");

        Document row = told.row(told.tell(), "email", "parked", 1);

        assertThat(row.getString("reason")).isEqualTo("the mail server answers 550 to the recipient");
        assertThat(row.toJson()).doesNotContain(told.email(), "web-1");
        assertThat(WORLD.service.output())
                .doesNotContain(told.email(), told.tokens().getFirst());
    }

    @Test
    void aMailThatWasTakenBeforeTheConnectionBrokeIsSentAgainUnderTheSameId() {
        Told told = Told.of(WORLD);
        WORLD.control.post("/mail/faults", "{\"at\":\"message\",\"drop\":true,\"after_work\":true,\"times\":1}");

        told.awaitDone(told.tell());

        assertThat(told.mails()).hasSize(2);
        assertThat(told.mails().getFirst().path("message_id"))
                .isEqualTo(told.mails().getLast().path("message_id"));
    }
}
