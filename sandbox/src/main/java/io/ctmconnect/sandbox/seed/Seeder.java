package io.ctmconnect.sandbox.seed;

import io.ctmconnect.sandbox.phone.Market;
import io.ctmconnect.sandbox.world.Access;
import io.ctmconnect.sandbox.world.Account;
import io.ctmconnect.sandbox.world.Activity;
import io.ctmconnect.sandbox.world.ActivityLog;
import io.ctmconnect.sandbox.world.KeyRing;
import io.ctmconnect.sandbox.world.ReceivingNumber;
import io.ctmconnect.sandbox.world.Scope;
import io.ctmconnect.sandbox.world.Telephony;
import io.ctmconnect.sandbox.world.Tokens;
import io.ctmconnect.sandbox.world.TrackingNumber;
import io.ctmconnect.sandbox.world.Users;
import io.ctmconnect.sandbox.world.Webhooks;
import io.ctmconnect.sandbox.world.World;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes the world that a seed and the present hour stand for. */
public final class Seeder {

    /** Calls that could still be going on are left out of the finished ones. */
    private static final int LONGEST_CALL_SECONDS = 1_000;

    /** The places of calls in progress among a day's special ids, behind those of a clock change. */
    private static final int LIVE_FROM = 10;

    private final long seed;
    private final int days;
    private final Clock clock;

    /** A seeder of so many days up to the hour that the clock shows when it is asked. */
    public Seeder(long seed, int days, Clock clock) {
        this.seed = seed;
        this.days = days;
        this.clock = clock;
    }

    /** A new world. */
    public World world() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        List<Account> accounts = new ArrayList<>();
        Map<Long, ActivityLog> logs = new LinkedHashMap<>();
        Map<Long, Telephony> telephony = new LinkedHashMap<>();
        KeyRing keys = new KeyRing();
        for (Profile profile : Catalogue.profiles()) {
            accounts.add(profile.account());
            logs.put(profile.account().id(), new ActivityLog(activities(profile, now)));
            telephony.put(profile.account().id(), Switchboard.of(profile));
            keys.mint(new Scope.Single(profile.account().id(), profile.account().agencyId()));
        }
        keys.mint(Catalogue.AGENCY);
        keys.mint(Catalogue.OTHER_AGENCY);
        Access access = new Access(new Users(Catalogue.users()), keys, new Tokens(clock));
        return new World(
                List.copyOf(accounts),
                Map.copyOf(logs),
                Map.copyOf(telephony),
                market(telephony),
                access,
                new Webhooks());
    }

    private Market market(Map<Long, Telephony> telephony) {
        return new Market(
                seed,
                telephony.values().stream()
                        .flatMap(one -> Stream.concat(
                                one.numbers().all().stream().map(TrackingNumber::number),
                                one.receivers().all().stream().map(ReceivingNumber::number)))
                        .toList());
    }

    private List<Activity> activities(Profile profile, Instant now) {
        if (profile.perWeekday() == 0) {
            return List.of();
        }
        List<Activity> all = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(now, profile.account().zone());
        Instant settled = now.minusSeconds(LONGEST_CALL_SECONDS);
        for (LocalDate day = today.minusDays(days - 1L); !day.isAfter(today); day = day.plusDays(1)) {
            addDay(all, profile, day, settled);
        }
        addClockChange(all, profile, now);
        addLive(all, profile, now);
        return NewCallers.mark(all);
    }

    private void addDay(List<Activity> all, Profile profile, LocalDate day, Instant settled) {
        CallIds ids = CallIds.of(profile.account(), day);
        List<Instant> times = DayPlan.times(profile, day, seed);
        for (int place = 0; place < times.size(); place++) {
            if (times.get(place).isBefore(settled)) {
                all.add(CallRow.write(Draft.draw(profile, ids.ordinary(place), times.get(place), seed)));
            }
        }
    }

    private void addClockChange(List<Activity> all, Profile profile, Instant now) {
        List<Instant> times = ClockChange.times(profile.account().zone(), now);
        for (int place = 0; place < times.size(); place++) {
            Instant at = times.get(place);
            CallIds ids = CallIds.of(
                    profile.account(), LocalDate.ofInstant(at, profile.account().zone()));
            all.add(spoken(profile, ids.special(place), at, Outcome.ANSWERED));
        }
    }

    private void addLive(List<Activity> all, Profile profile, Instant now) {
        CallIds ids = CallIds.of(
                profile.account(), LocalDate.ofInstant(now, profile.account().zone()));
        for (int place = 0; place < Outcome.LIVE.size(); place++) {
            Instant at = now.minusSeconds(20L * (place + 1));
            all.add(spoken(profile, ids.special(LIVE_FROM + place), at, Outcome.LIVE.get(place)));
        }
    }

    private Activity spoken(Profile profile, long id, Instant at, Outcome outcome) {
        return CallRow.write(Draft.of(profile, id, at, Direction.INBOUND, outcome, Dice.of(seed, id)));
    }
}
