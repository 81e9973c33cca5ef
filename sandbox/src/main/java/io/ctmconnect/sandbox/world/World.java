package io.ctmconnect.sandbox.world;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything the simulated CTM holds.
 *
 * @param accounts by id, ascending
 * @param logs the activities of each account, by account id
 * @param access logins, keys and tokens
 */
public record World(List<Account> accounts, Map<Long, ActivityLog> logs, Access access) {

    /** The account with an id. */
    public Optional<Account> account(String id) {
        return accounts.stream()
                .filter(account -> Long.toString(account.id()).equals(id))
                .findFirst();
    }

    /** The accounts within reach of a scope. */
    public List<Account> visible(Scope scope) {
        return accounts.stream().filter(scope::covers).toList();
    }

    /** The activities of an account. */
    public ActivityLog log(Account account) {
        return Objects.requireNonNull(logs.get(account.id()));
    }
}
