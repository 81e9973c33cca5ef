package io.ctmconnect.sandbox.seed;

import io.ctmconnect.sandbox.world.Account;
import io.ctmconnect.sandbox.world.OpaqueId;

import java.util.ArrayList;
import java.util.List;

/**
 * What an account's activities are made of.
 *
 * @param domain its site's host
 * @param perWeekday activities on an ordinary Monday to Friday
 * @param waitsInMilliseconds whether {@code wait_time} is milliseconds here, as CTM does in some accounts
 * @param desk where answered calls ring
 */
record Profile(
        Account account,
        String domain,
        int perWeekday,
        boolean waitsInMilliseconds,
        List<City> cities,
        List<Line> lines,
        List<Agent> agents,
        Phone desk) {

    static Profile of(Account account, String domain, String trade, String area, List<City> cities, int perWeekday) {
        List<Line> lines = new ArrayList<>();
        for (Origin origin : Origin.of(account.id(), trade)) {
            lines.add(Line.of(account.id(), lines.size(), area, origin));
        }
        Phone desk = new Phone(area, 77);
        return new Profile(account, domain, perWeekday, false, cities, lines, Agent.of(domain), desk);
    }

    Profile withWaitsInMilliseconds() {
        return new Profile(account, domain, perWeekday, true, cities, lines, agents, desk);
    }

    /** The integer id of the desk's receiving number. */
    long deskId() {
        return account.id() % 10_000 * 10 + 9;
    }

    /** The opaque id of the desk's receiving number. */
    String deskSid() {
        return OpaqueId.of("RPN", account.id());
    }
}
