package io.ctmconnect.sandbox.seed;

import io.ctmconnect.sandbox.world.Account;
import io.ctmconnect.sandbox.world.Scope;
import io.ctmconnect.sandbox.world.User;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The accounts and users that every seed has. */
public final class Catalogue {

    /** The agency that the seeded logins belong to. */
    public static final Scope.Agency AGENCY = new Scope.Agency(20_417);

    /** An agency that no seeded login but its own reaches. */
    public static final Scope.Agency OTHER_AGENCY = new Scope.Agency(30_991);

    /** The password of every seeded user. */
    public static final String PASSWORD = "sandbox-password";

    private static final Instant OPENED = Instant.parse("2024-05-02T15:11:09Z");

    private Catalogue() {}

    /** One user who reaches the agency, one who reaches a single account, and one of the other agency. */
    public static List<User> users() {
        return List.of(
                new User("agency@example.com", PASSWORD, AGENCY, false),
                new User("northwind@example.com", PASSWORD, new Scope.Single(482_913, AGENCY.id()), false),
                new User("other@example.com", PASSWORD, OTHER_AGENCY, false));
    }

    static List<Profile> profiles() {
        return List.of(
                Profile.of(northwind(), "northwind.example", "dentist", "202", City.EAST, 25),
                Profile.of(cascade(), "cascade.example", "roof repair", "503", City.WEST, 21)
                        .withWaitsInMilliseconds(),
                Profile.of(thames(), "thames.example", "relocation", "646", City.EAST, 12),
                Profile.of(saguaro(), "saguaro.example", "solar panels", "602", City.WEST, 9),
                Profile.of(harbor(), "harbor.example", "boat yard", "207", City.EAST, 0),
                Profile.of(lakeside(), "lakeside.example", "lawyer", "312", City.EAST, 3));
    }

    static Profile profile(Account account) {
        return profiles().stream()
                .filter(profile -> profile.account().id() == account.id())
                .findFirst()
                .orElseThrow();
    }

    private static Account northwind() {
        return account(482_913, "Northwind Dental", "northwind", "America/New_York", "Eastern Time (US & Canada)");
    }

    private static Account cascade() {
        return account(482_914, "Cascade Roofing", "cascade", "America/Los_Angeles", "Pacific Time (US & Canada)");
    }

    private static Account thames() {
        return account(482_915, "Thames Relocation", "thames", "Europe/London", "London");
    }

    private static Account saguaro() {
        return account(482_916, "Saguaro Solar", "saguaro", "America/Phoenix", "Arizona");
    }

    private static Account harbor() {
        Account open =
                account(482_917, "Old Harbor Marine", "harbor", "America/New_York", "Eastern Time (US & Canada)");
        Optional<Instant> closed = Optional.of(Instant.parse("2025-09-30T12:00:00Z"));
        return new Account(
                open.id(),
                open.agencyId(),
                open.name(),
                open.website(),
                open.zone(),
                open.railsZone(),
                open.created(),
                closed,
                0);
    }

    private static Account lakeside() {
        Account account =
                account(517_330, "Lakeside Legal", "lakeside", "America/Chicago", "Central Time (US & Canada)");
        return new Account(
                account.id(),
                OTHER_AGENCY.id(),
                account.name(),
                account.website(),
                account.zone(),
                account.railsZone(),
                account.created(),
                account.canceled(),
                4_200);
    }

    private static Account account(long id, String name, String host, String zone, String railsZone) {
        String website = "https://" + host + ".example";
        return new Account(
                id, AGENCY.id(), name, website, ZoneId.of(zone), railsZone, OPENED, Optional.empty(), 12_550);
    }
}
