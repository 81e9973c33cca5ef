package io.ctmconnect.sandbox.world;

import io.ctmconnect.sandbox.phone.Market;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything the simulated CTM holds.
 *
 * @param accounts by id, ascending
 * @param logs the activities of each account, by account id
 * @param telephony the numbers of each account, by account id
 * @param market the numbers for sale to all
 * @param access logins, keys and tokens
 * @param webhooks of all accounts; none in the beginning
 */
public record World(
        List<Account> accounts,
        Map<Long, ActivityLog> logs,
        Map<Long, Telephony> telephony,
        Market market,
        Access access,
        Webhooks webhooks) {

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

    /** The numbers of an account. */
    public Telephony telephony(Account account) {
        return Objects.requireNonNull(telephony.get(account.id()));
    }

    /** The activities of an account. */
    public ActivityLog log(Account account) {
        return Objects.requireNonNull(logs.get(account.id()));
    }
}
