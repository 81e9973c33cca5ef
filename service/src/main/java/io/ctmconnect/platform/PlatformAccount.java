package io.ctmconnect.platform;

import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * What notices need of an account.
 *
 * @param name null when it has none
 * @param owner the user that the account names as its owner; null when it names none
 * @param parent the agency of a sub-account; null for an agency
 */
public record PlatformAccount(
        ObjectId id,
        @Nullable String name,
        @Nullable ObjectId owner,
        @Nullable ObjectId parent) {}
