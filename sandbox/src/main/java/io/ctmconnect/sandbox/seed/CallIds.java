package io.ctmconnect.sandbox.seed;

import io.ctmconnect.sandbox.world.Account;

import java.time.LocalDate;

/**
 * The ids of an account's seeded activities of one day: 10 digits, growing with the day, never shared.
 *
 * @param first the first of the thousand ids of that account and day
 */
record CallIds(long first) {

    private static final int PER_DAY = 1_000;
    private static final int SPECIAL = 900;

    static CallIds of(Account account, LocalDate day) {
        long accountPlace = account.id() % 10;
        return new CallIds(3_000_000_000L + day.toEpochDay() * 10 * PER_DAY + accountPlace * PER_DAY);
    }

    long ordinary(int place) {
        return first + place;
    }

    long special(int place) {
        return first + SPECIAL + place;
    }
}
