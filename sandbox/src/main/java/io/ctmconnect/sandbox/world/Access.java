package io.ctmconnect.sandbox.world;

import java.util.Optional;

/**
 * Every way to prove an identity.
 *
 * @param users e-mail and password
 * @param keys access key and secret
 * @param tokens what logins gave out
 */
public record Access(Users users, KeyRing keys, Tokens tokens) {

    /** Basic authentication: API keys, or a user's e-mail and password. */
    public Optional<Identity> basic(String name, String password) {
        return byKey(name, password).or(() -> byUser(name, password));
    }

    /** API keys. */
    public Optional<Identity> byKey(String accessKey, String secret) {
        return keys.scopeOf(accessKey, secret).map(scope -> new Identity("key", scope.label(), scope));
    }

    /** A user's e-mail and password. */
    public Optional<Identity> byUser(String email, String password) {
        return users.check(email, password).map(user -> new Identity("user", user.email(), user.scope()));
    }

    /** Ends all keys of a scope, and the tokens that were got with them. */
    public void revokeKeys(Scope scope) {
        keys.revoke(scope);
        tokens.revoke(scope.label());
    }
}
