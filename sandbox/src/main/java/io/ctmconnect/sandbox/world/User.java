package io.ctmconnect.sandbox.world;

/**
 * A person's login.
 *
 * @param email the login name
 * @param password in clear: everything here is invented
 * @param scope what the person sees
 * @param locked a locked user can neither log in nor use Basic authentication
 */
public record User(String email, String password, Scope scope, boolean locked) {

    /** The same user with another password. */
    public User withPassword(String changed) {
        return new User(email, changed, scope, locked);
    }

    /** The same user, locked or not. */
    public User withLocked(boolean changed) {
        return new User(email, password, scope, changed);
    }
}
