package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import org.bson.Document;
import org.bson.types.ObjectId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;

import static org.awaitility.Awaitility.await;

/** An account with an owner who is to be told of notices, and what reached the owner. */
record Told(World world, ObjectId account, ObjectId owner, String email, List<String> tokens) {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** A new account whose owner has a browser for each token. */
    static Told of(World world, String... browsers) {
        ObjectId account = new ObjectId();
        ObjectId owner = new ObjectId();
        List<String> tokens = List.of(browsers).stream()
                .map(browser -> browser + "-" + owner.toHexString())
                .toList();
        Told told = new Told(world, account, owner, "owner-" + owner.toHexString() + "@example.com", tokens);
        world.collection("_accounts")
                .insertOne(new Document("_id", account)
                        .append("name", "Acme Dental")
                        .append("owner", owner));
        world.collection("_users")
                .insertOne(new Document("_id", owner)
                        .append("account", account)
                        .append("email", told.email())
                        .append("name", "Jane Doe"));
        world.collection("fcm.tokens")
                .insertOne(new Document("account_id", account)
                        .append("user_id", owner)
                        .append("web_token", tokens));
        return told;
    }

    /** Puts a notice into the outbox, as a connect does; answers its id. */
    String tell() {
        ObjectId connection = new ObjectId();
        String id = "project_added:" + connection + ":1";
        Date now = Date.from(Instant.now());
        world.collection("calltrackingmetrics.outbox")
                .insertOne(new Document("_id", id)
                        .append("kind", "integration-notice")
                        .append("kind_version", 1)
                        .append(
                                "payload",
                                new Document("type", "project_added")
                                        .append("account", account)
                                        .append("connection", connection)
                                        .append("at", now)
                                        .append("actor", owner.toHexString())
                                        .append("connection_version", 1L))
                        .append("state", "ready")
                        .append("due_at", now)
                        .append("attempts", 0)
                        .append("history", List.of())
                        .append("version", 1L)
                        .append("created_at", now));
        return id;
    }

    /** The row of the outbox that sends a notice by a channel, when it has come to this state or made this many attempts. */
    Document row(String notice, String channel, String state, int attempts) {
        Document wanted = new Document("_id", notice + ":" + owner + ":" + channel);
        return Objects.requireNonNull(await().atMost(PATIENCE)
                .until(
                        () -> world.collection("calltrackingmetrics.outbox")
                                .find(wanted)
                                .first(),
                        row -> row != null
                                && state.equals(row.get("state"))
                                && row.getList("history", Document.class).size() >= attempts));
    }

    /** The rows that say something of these channels' rows are done. */
    void awaitDone(String notice) {
        row(notice, "push", "done", 1);
        row(notice, "email", "done", 1);
    }

    /** The account's rows of the outbox, when none is left to be done. */
    List<Document> rows() {
        Document ofAccount = new Document("payload.account", account);
        return await().atMost(PATIENCE)
                .until(
                        () -> world.collection("calltrackingmetrics.outbox")
                                .find(ofAccount)
                                .into(new ArrayList<>()),
                        rows -> rows.stream().noneMatch(row -> "ready".equals(row.get("state"))));
    }

    /** How many of the account's rows are done. */
    long done() {
        return world.collection("calltrackingmetrics.outbox")
                .countDocuments(new Document("payload.account", account).append("state", "done"));
    }

    void awaitMails(int number) {
        await().atMost(PATIENCE).until(() -> mails().size() >= number);
    }

    /** For the first of the tokens. */
    void awaitPushes(int number) {
        await().atMost(PATIENCE).until(() -> pushes(tokens.getFirst()).size() >= number);
    }

    /** The messages that FCM took for a token. */
    List<JsonNode> pushes(String token) {
        return world.control
                .get("/fcm?token=" + token)
                .path("messages")
                .valueStream()
                .toList();
    }

    /** The mails that arrived for the owner. */
    List<JsonNode> mails() {
        return world.control
                .get("/mail?to=" + email)
                .path("mails")
                .valueStream()
                .toList();
    }

    /** The owner's tokens that are still registered. */
    List<String> registered() {
        return stored("fcm.tokens", new Document("user_id", owner)).getList("web_token", String.class);
    }

    /** What the platform's bell shows. */
    Document bell() {
        return stored("fcm.notifications", new Document("users", owner)).get("message", Document.class);
    }

    private Document stored(String collection, Document filter) {
        return Objects.requireNonNull(world.collection(collection).find(filter).first());
    }
}
