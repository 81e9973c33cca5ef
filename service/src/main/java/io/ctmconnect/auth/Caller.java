package io.ctmconnect.auth;

import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Who calls, and for whom.
 *
 * @param account the platform account that the request acts for: the caller's own, or one of its sub-accounts
 * @param user the platform user's id, when the token names one
 * @param scope what the token allows, in the platform's words
 */
public record Caller(ObjectId account, @Nullable String user, Set<String> scope) {
    Caller actingFor(ObjectId subAccount) {
        return new Caller(subAccount, user, scope);
    }
}
