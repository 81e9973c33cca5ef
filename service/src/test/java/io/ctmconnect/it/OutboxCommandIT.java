package io.ctmconnect.it;

import io.ctmconnect.it.ServiceProcess.Ended;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** The operators' commands for the outbox, beside a running service and without one. */
class OutboxCommandIT extends InSharedWorld {
    private static final String REFUSED = "the mail server answers 550 to the recipient";

    private static final Date LONG_AGO = Date.from(Instant.EPOCH);

    private static Ended outbox(String... command) {
        return outboxOf(WORLD, command);
    }

    private static Ended outboxOf(World world, String... command) {
        String[] line = new String[command.length + 1];
        line[0] = "outbox";
        System.arraycopy(command, 0, line, 1, command.length);
        Map<String, String> environment = new HashMap<>(world.environment);
        environment.keySet().retainAll(Set.of("DATA_DIR"));
        return ServiceProcess.run(environment, world.directory, line);
    }

    @Test
    void besideTheServiceAParkedRowIsFoundAndReleased() {
        Told told = Told.of(WORLD, "web-1");
        WORLD.control.post("/mail/faults", "{\"at\":\"recipient\",\"reply\":550,\"times\":1}");
        String notice = told.tell();
        String id = told.row(notice, "email", "parked", 1).getString("_id");

        Ended list = outbox("list", "--parked");
        assertThat(list.exitCode()).as(list.output()).isZero();
        assertThat(list.output().lines().findFirst().orElseThrow()).matches("STATE +KIND +ATTEMPTS +DUE +ID  REASON");
        assertThat(list.output().lines().skip(1)).allMatch(line -> line.startsWith("parked "));
        assertThat(list.output()).contains(id + "  " + REFUSED).doesNotContain(told.email());

        Ended show = outbox("show", id);
        assertThat(show.exitCode()).isZero();
        assertThat(show.output())
                .contains("state      parked", "reason     " + REFUSED)
                .contains("account    " + told.account(), "user       " + told.owner(), "parked: " + REFUSED)
                .doesNotContain(told.email(), "web-1");

        Ended release = outbox("release", id);
        assertThat(release).isEqualTo(new Ended(0, "Released " + id + System.lineSeparator()));
        told.row(notice, "email", "done", 2);
        assertThat(told.mails()).hasSize(1);
        assertThat(outbox("release", id))
                .isEqualTo(new Ended(2, "It is not parked but done: nothing was changed." + System.lineSeparator()));
    }

    @Test
    void withoutTheServiceTheEmbeddedStoreIsOpened() {
        try (World world = World.with(Map.of())) {
            Document row = new Document("_id", "project_added:1:1:2:email")
                    .append("kind", "notice-mail")
                    .append("kind_version", 1)
                    .append("payload", new Document("token", "not to be shown"))
                    .append("state", "parked")
                    .append("due_at", LONG_AGO)
                    .append("attempts", 6)
                    .append("version", 1L)
                    .append("created_at", LONG_AGO)
                    .append("reason", "the mail server did not answer in time");
            world.collection("calltrackingmetrics.outbox").insertOne(row);
            world.service.kill();

            Ended list = outboxOf(world, "list", "--parked");
            assertThat(list.exitCode()).as(list.output()).isZero();
            assertThat(list.output()).contains("project_added:1:1:2:email  the mail server did not answer in time");
            assertThat(outboxOf(world, "show", "project_added:1:1:2:email").output())
                    .contains("attempts   6")
                    .doesNotContain("not to be shown");
            assertThat(outboxOf(world, "release", "project_added:1:1:2:email").exitCode())
                    .isZero();
            assertThat(outboxOf(world, "list", "--parked").output().lines()).hasSize(1);
        }
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(outbox("show", "nothing"))
                .isEqualTo(new Ended(2, "There is no row nothing" + System.lineSeparator()));
        Path nowhere = WORLD.directory.resolve("nowhere");
        Ended ended = ServiceProcess.run(Map.of("DATA_DIR", nowhere.toString()), WORLD.directory, "outbox", "list");
        assertThat(ended)
                .isEqualTo(new Ended(
                        2,
                        "There is no embedded database in " + nowhere + ". Set DATA_DIR, or MONGODB_URI."
                                + System.lineSeparator()));
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void aStoreThatIsAwayIsSaidWithoutAStackTrace() {
        String uri = "mongodb://somebody:a-secret@127.0.0.1:" + ServiceProcess.freePort();

        Ended ended = ServiceProcess.run(Map.of("MONGODB_URI", uri), WORLD.directory, "outbox", "list");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output())
                .contains("The store cannot be reached")
                .doesNotContain("\tat ")
                .doesNotContain("a-secret");
    }
}
