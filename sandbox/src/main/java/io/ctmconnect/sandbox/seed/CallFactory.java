package io.ctmconnect.sandbox.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.world.Account;
import io.ctmconnect.sandbox.world.Activity;
import io.ctmconnect.sandbox.world.ActivityLog;
import io.ctmconnect.sandbox.world.World;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Makes activities on demand, each with an id above all seeded ones. */
public final class CallFactory {

    private static final long FIRST_ID = 3_900_000_000L;
    private static final int ACCOUNTS = 10;

    private final long seed;
    private final Clock clock;

    /** A factory whose calls begin by a clock. */
    public CallFactory(long seed, Clock clock) {
        this.seed = seed;
        this.clock = clock;
    }

    /**
     * Adds one activity. {@code direction}, {@code call_status} and {@code unix_time} among the fields shape the whole
     * row; {@code tracking_number} or {@code tracking_number_sid} puts it on that number of the account. Then all fields
     * replace those of the row. Without {@code unix_time} a finished call ends now.
     */
    public synchronized Activity place(World world, Account account, ObjectNode fields) {
        ActivityLog log = world.log(account);
        long id = freeId(account, log);
        Direction direction = Direction.of(fields.path("direction").asText("inbound"));
        Outcome outcome = Outcome.of(fields.path("call_status").asText("answered"), direction);
        Draft draft = Draft.of(Catalogue.profile(account), id, clock.instant(), direction, outcome, Dice.of(seed, id));
        Optional<Dialled> dialled = Dialled.of(fields, world.telephony(account));
        Optional<Line> line = dialled.flatMap(one -> one.like(draft.profile().lines()));
        Draft begun = draft.startingAt(begin(draft, fields.path("unix_time")));
        ObjectNode row = CallRow.write(line.map(begun::on).orElse(begun)).row();
        dialled.ifPresent(one -> one.write(row));
        CallerFields.spread(fields, row);
        row.setAll(fields);
        boolean known = log.newestFirst().stream()
                .anyMatch(other -> other.text("caller_number")
                        .equals(row.path("caller_number").asText()));
        row.put("is_new_caller", fields.path("is_new_caller").asBoolean(!known));
        Activity placed = Activity.of(row.put("id", id).put("account_id", account.id()));
        log.add(List.of(placed));
        return placed;
    }

    /** Adds many activities, spread evenly over the days before now. */
    public synchronized void bulk(Account account, ActivityLog log, int count, int days) {
        long first = freeId(account, log);
        Profile profile = Catalogue.profile(account);
        Duration step = Duration.ofDays(days).dividedBy(count);
        Instant now = clock.instant();
        log.add(LongStream.range(0, count)
                .mapToObj(i -> Draft.draw(profile, first + i * ACCOUNTS, now.minus(step.multipliedBy(count - i)), seed))
                .map(CallRow::write)
                .toList());
    }

    private static long freeId(Account account, ActivityLog log) {
        long made = log.newestFirst().stream()
                .filter(activity -> activity.id() >= FIRST_ID)
                .count();
        return FIRST_ID + made * ACCOUNTS + account.id() % ACCOUNTS;
    }

    private Instant begin(Draft draft, JsonNode unixTime) {
        return unixTime.isIntegralNumber()
                ? Instant.ofEpochSecond(unixTime.asLong())
                : clock.instant().minusSeconds(draft.timing().duration());
    }
}
