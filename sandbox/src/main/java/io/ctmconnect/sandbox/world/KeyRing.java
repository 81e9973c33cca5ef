package io.ctmconnect.sandbox.world;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The API keys of every scope. Keys are readable and numbered, so the same steps always give the same keys: the first
 * of agency 20417 is {@code sandbox-agency-20417-key-1}.
 */
public final class KeyRing {

    private record Grant(KeyPair pair, Scope scope) {}

    private final Map<String, Grant> valid = new HashMap<>();
    private final Map<Scope, KeyPair> current = new HashMap<>();
    private final Map<Scope, Integer> made = new HashMap<>();

    /** The scope of a valid pair. */
    public synchronized Optional<Scope> scopeOf(String accessKey, String secret) {
        return Optional.ofNullable(valid.get(accessKey))
                .filter(grant -> grant.pair().secret().equals(secret))
                .map(Grant::scope);
    }

    /** The pair in use for a scope; made now when there is none or the last was revoked. */
    public synchronized KeyPair current(Scope scope) {
        KeyPair pair = current.get(scope);
        return pair == null ? mint(scope) : pair;
    }

    /** Every valid pair, by the label of its scope. */
    public synchronized List<Map.Entry<String, KeyPair>> valid() {
        return valid.values().stream()
                .map(grant -> Map.entry(grant.scope().label(), grant.pair()))
                .sorted(Comparator.comparing(entry -> entry.getValue().accessKey()))
                .toList();
    }

    /** Makes a fresh pair; earlier pairs stay valid. */
    public synchronized KeyPair mint(Scope scope) {
        int number = made.merge(scope, 1, Integer::sum);
        String prefix = "sandbox-" + scope.label();
        KeyPair pair = new KeyPair(prefix + "-key-" + number, prefix + "-secret-" + number);
        valid.put(pair.accessKey(), new Grant(pair, scope));
        current.put(scope, pair);
        return pair;
    }

    /** Ends every pair of a scope. */
    public synchronized void revoke(Scope scope) {
        valid.values().removeIf(grant -> grant.scope().equals(scope));
        current.remove(scope);
    }
}
