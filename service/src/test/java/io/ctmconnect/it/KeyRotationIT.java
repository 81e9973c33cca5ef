package io.ctmconnect.it;

import com.google.crypto.tink.KeysetHandle;
import com.mongodb.client.MongoCollection;
import io.ctmconnect.it.ServiceProcess.Ended;
import io.ctmconnect.it.World.Connected;
import io.ctmconnect.secrets.KeyRotation;
import io.ctmconnect.secrets.Keysets;
import io.ctmconnect.secrets.SealedFields;
import io.ctmconnect.secrets.Secret;
import io.ctmconnect.secrets.SecretBox;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

/** The encryption keyset is rotated while two processes of the service are used. */
class KeyRotationIT {
    private static final SealedFields CREDENTIALS =
            SealedFields.of("integrations.calltrackingmetrics.key", "password", "access_key", "secret");
    private static final SealedFields TOKENS =
            SealedFields.of("calltrackingmetrics.subscriptions", "subscription_token");

    /** More than a re-encryption does until it is noticed that it has begun. */
    private static final int MANY = 3000;

    private static Path keysetFile(World world) {
        return Path.of(world.environment.get("DATA_DIR"), "keyset.json");
    }

    private static KeysetHandle keyset(World world) {
        return Keysets.read(keysetFile(world).toString());
    }

    private static Map<String, String> commandEnvironment(World world) {
        Map<String, String> environment = new HashMap<>(world.environment);
        environment.keySet().retainAll(Set.of("DATA_DIR"));
        return environment;
    }

    private static Ended keys(World world, String... command) {
        return ServiceProcess.run(
                commandEnvironment(world),
                world.directory,
                Stream.concat(Stream.of("keys"), Stream.of(command)).toArray(String[]::new));
    }

    private static void succeed(World world, String... command) {
        Ended ended = keys(world, command);
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).doesNotContain("AesGcmKey", "keyData");
    }

    /** Nothing is pruned within a minute after the file was changed. */
    private static void changedBefore(World world, Duration ago) throws IOException {
        Files.setLastModifiedTime(keysetFile(world), FileTime.from(Instant.now().minus(ago)));
    }

    private static Pattern counted(SealedFields fields, long lookedAt, long reencrypted, long current) {
        return Pattern.compile(
                "%s +%d +%d +%d +0\\s".formatted(Pattern.quote(fields.collection()), lookedAt, reencrypted, current));
    }

    /** All sealed texts of these fields, live or soft-deleted, that this keyset opens. */
    private static long opened(World world, SealedFields fields, KeysetHandle keyset) {
        SecretBox box = SecretBox.of(keyset);
        return sealed(world, fields)
                .filter(text -> box.opens(text.text(), text.place()))
                .count();
    }

    private record Text(SecretBox.Place place, String text) {}

    private static Stream<Text> sealed(World world, SealedFields fields) {
        return world.collection(fields.collection()).find().into(new ArrayList<>()).stream()
                .flatMap(document -> fields.names().stream()
                        .filter(field -> document.getString(field) != null)
                        .map(field -> new Text(
                                fields.place(document.getObjectId("_id").toHexString(), field),
                                document.getString(field))));
    }

    /** Texts anywhere in the store that begin as what this key seals does: a mark and the key's id. */
    private static List<String> sealedAnywhereBy(World world, int key) {
        byte[] head = ByteBuffer.allocate(6).put((byte) 1).putInt(key).array();
        String start = Base64.getEncoder().encodeToString(head).substring(0, 6);
        List<String> found = new ArrayList<>();
        for (String name : world.mongo.getDatabase("ctm_connect").listCollectionNames()) {
            MongoCollection<Document> collection = world.collection(name);
            collection.find().forEach(document -> {
                if (document.toJson().contains('"' + start)) {
                    found.add(name);
                }
            });
        }
        return found;
    }

    @Test
    void nobodyNoticesARotation() throws Exception {
        try (World world = World.with(Map.of());
                ServiceProcess other = ServiceProcess.start(world.environmentBeside(), world.directory, "serve")) {
            Subscribed subscribed = Subscribed.to(world);
            List<Connected> connected = Stream.generate(world::connect).limit(3).toList();
            Connected changing = world.connect();
            Connected gone = world.connect();
            assertThat(gone.caller().delete("/auth?global=true").status()).isEqualTo(200);
            KeysetHandle before = keyset(world);
            int oldKey = before.getPrimary().getId();
            assertThat(sealedAnywhereBy(world, oldKey)).hasSize(6 + 1);

            try (Clients clients = new Clients()) {
                connected.forEach(one -> {
                    clients.read(() -> one.get("/accounts"));
                    clients.read(() ->
                            Api.of(other.uri()).as(Tokens.of(one.account())).get("/" + one.id() + "/accounts"));
                });
                clients.read(() -> subscribed.end(Subscribed.ended(Subscribed.newCallId(), "answered", 60)));
                clients.read(() -> Subscribed.send(
                        Api.of(other.uri()),
                        subscribed.token(),
                        "call.completed",
                        Subscribed.ended(Subscribed.newCallId(), "answered", 60),
                        "",
                        ""));
                clients.read(alternating(changing));
                clients.awaitOneMoreEach();

                succeed(world, "rotate");
                clients.awaitOneMoreEach();
                changedBefore(world, Duration.ofHours(-1));
                assertThat(keys(world, "prune").output()).contains("less than a minute ago");
                changedBefore(world, Duration.ofMinutes(2));
                assertThat(keys(world, "prune")).satisfies(refused -> {
                    assertThat(refused.exitCode()).isEqualTo(2);
                    assertThat(refused.output()).contains("still sealed with old keys. Nothing was changed");
                });
                succeed(world, "reencrypt");
                clients.awaitOneMoreEach();
                Ended again = ServiceProcess.run(world.environmentBeside(), world.directory, "keys", "reencrypt");
                assertThat(again.exitCode()).isZero();
                assertThat(again.output())
                        .containsPattern(counted(CREDENTIALS, 6, 0, 6))
                        .containsPattern(counted(TOKENS, 1, 0, 1));
                succeed(world, "prune");
                clients.awaitOneMoreEach();
                assertThat(clients.failures()).isEmpty();
            }

            KeysetHandle after = keyset(world);
            assertThat(after.size()).isEqualTo(1);
            for (SealedFields fields : List.of(CREDENTIALS, TOKENS)) {
                assertThat(opened(world, fields, before)).isZero();
                assertThat(opened(world, fields, after))
                        .isEqualTo(sealed(world, fields).count());
            }
            assertThat(sealedAnywhereBy(world, oldKey)).isEmpty();
            world.service.terminate();
            other.terminate();
            world.service.awaitEnd();
            assertThat(world.service.output() + other.output())
                    .contains("the keyset was replaced and read again")
                    .doesNotContain("does not open", "cannot be used");
            world.restart();
            assertThat(world.callerOf(gone.account())
                            .post("/auth", Logins.AGENCY_USER)
                            .status())
                    .isEqualTo(200);
            assertThat(world.callerOf(changing.account())
                            .get("/" + changing.id() + "/accounts")
                            .status())
                    .isEqualTo(200);
        }
    }

    /** A client that connects anew each time. */
    private static Clients.Call alternating(Connected connected) {
        List<String> logins = List.of(Logins.AGENCY_KEYS, Logins.AGENCY_USER);
        int[] turn = {0};
        return () -> connected.caller().post("/auth", logins.get(turn[0]++ % 2));
    }

    @Test
    void whatWasKilledIsCompletedByTheNextRun() {
        try (World world = World.with(Map.of())) {
            KeysetHandle before = keyset(world);
            addMany(world, SecretBox.of(before));
            succeed(world, "rotate");
            KeysetHandle primary = KeyRotation.primaryAlone(keyset(world));
            Ended dryRun = keys(world, "reencrypt", "--dry-run");
            assertThat(dryRun.output()).contains("TO RE-ENCRYPT").containsPattern(counted(CREDENTIALS, MANY, MANY, 0));
            assertThat(opened(world, CREDENTIALS, primary)).isZero();

            ServiceProcess.killed(
                    commandEnvironment(world),
                    world.directory,
                    Pattern.compile("100 looked at, 100 re-encrypted"),
                    "keys",
                    "reencrypt");

            long done = opened(world, CREDENTIALS, primary);
            assertThat(done).isBetween(100L, MANY - 1L);
            assertThat(keys(world, "reencrypt").output())
                    .containsPattern(counted(CREDENTIALS, MANY, MANY - done, done));
            assertThat(opened(world, CREDENTIALS, primary)).isEqualTo(MANY);
            assertThat(opened(world, CREDENTIALS, before)).isZero();
        }
    }

    private static void addMany(World world, SecretBox box) {
        world.keys()
                .insertMany(IntStream.range(0, MANY)
                        .mapToObj(_ -> {
                            ObjectId id = new ObjectId();
                            return new Document("_id", id)
                                    .append("account_id", new ObjectId())
                                    .append(
                                            "secret",
                                            box.seal(
                                                    Secret.of("a secret"),
                                                    CREDENTIALS.place(id.toHexString(), "secret")));
                        })
                        .toList());
    }

    @Test
    void whatNoKeyOpensIsNamedWithoutItsContent() {
        World world = World.shared();
        ObjectId id = new ObjectId();
        world.keys().insertOne(new Document("_id", id).append("secret", "bm90IHNlYWxlZA=="));
        try {
            Ended ended = keys(world, "reencrypt", "--dry-run");

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.output())
                    .contains("failed: " + CREDENTIALS.collection() + " " + id + " does not open")
                    .doesNotContain("bm90IHNlYWxlZA");
        } finally {
            world.keys().deleteOne(eq(id));
        }
    }

    @Test
    void aKeysetInTheEnvironmentIsPrintedInTwoSteps() {
        String first = Keysets.generate();

        KeysetHandle prepared = printed(first, "rotate");
        assertThat(KeyRotation.waiting(prepared)).hasSize(1);
        KeysetHandle promoted = printed(Keysets.json(prepared), "rotate", "--promote");
        assertThat(KeyRotation.old(promoted)).hasSize(1);
    }

    private static KeysetHandle printed(String keyset, String... command) {
        World world = World.shared();
        Ended ended = ServiceProcess.run(
                Map.of("ENCRYPTION_KEYSET", keyset, "DATA_DIR", world.environment.get("DATA_DIR")),
                world.directory,
                Stream.concat(Stream.of("keys"), Stream.of(command)).toArray(String[]::new));
        assertThat(ended.exitCode()).as("exit code").isZero();
        assertThat(ended.output()).contains("restart every process");
        String output = ended.output();
        return Keysets.read(output.substring(output.indexOf('{'), output.lastIndexOf('}') + 1));
    }

    @Test
    void whereThereIsNoKeysetNoneIsMade() {
        World world = World.shared();
        Path nowhere = world.directory.resolve("no-keyset-here");

        Ended ended = ServiceProcess.run(Map.of("DATA_DIR", nowhere.toString()), world.directory, "keys", "rotate");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.output()).startsWith("DATA_DIR has no usable keyset.json");
        assertThat(nowhere).doesNotExist();
    }
}
