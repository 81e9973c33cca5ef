package io.ctmconnect.notifications;

import org.bson.types.ObjectId;

import java.util.Locale;

/**
 * Somebody to be told.
 *
 * @param user who
 * @param account as whose owner: its preferences and its bell are the ones that count
 * @param role what the user is to the account that the notice is about
 */
record Recipient(ObjectId user, ObjectId account, Role role) {
    enum Role {
        /** Owns the account. */
        OWNER,
        /** Owns the agency of the sub-account. */
        PARENT_OWNER;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Role of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }
}
