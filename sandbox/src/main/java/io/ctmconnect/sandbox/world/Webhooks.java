package io.ctmconnect.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** The webhooks of all accounts, as CTM prints them. Readers get copies. */
public final class Webhooks {

    private static final long FIRST_ID = 61_544;

    private final AtomicLong ids = new AtomicLong(FIRST_ID);
    private final Map<Long, ObjectNode> rows = new ConcurrentSkipListMap<>();

    /** The webhooks of an account, oldest first. */
    public List<ObjectNode> of(Account account) {
        return rows.values().stream()
                .filter(row -> belongs(row, account))
                .map(ObjectNode::deepCopy)
                .toList();
    }

    /** An account's webhook with an id. */
    public Optional<ObjectNode> find(Account account, String id) {
        return of(account).stream()
                .filter(row -> row.path("id").asText().equals(id))
                .findFirst();
    }

    /** An id that no webhook has had. */
    public long newId() {
        return ids.getAndIncrement();
    }

    /** Adds a webhook, or replaces the one with its id. */
    public void put(ObjectNode row) {
        rows.put(row.path("id").asLong(), row.deepCopy());
    }

    /** Removes an account's webhook; answers whether there was one. */
    public boolean remove(Account account, String id) {
        return rows.values()
                .removeIf(
                        row -> belongs(row, account) && row.path("id").asText().equals(id));
    }

    private static boolean belongs(ObjectNode row, Account account) {
        return row.path("account_id").asLong() == account.id();
    }
}
