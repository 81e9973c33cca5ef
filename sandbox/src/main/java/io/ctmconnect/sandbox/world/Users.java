package io.ctmconnect.sandbox.world;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The people who can log in, by e-mail. */
public final class Users {

    private final Map<String, User> byEmail = new LinkedHashMap<>();

    /** Begins with some users. */
    public Users(Collection<User> users) {
        users.forEach(user -> byEmail.put(user.email(), user));
    }

    /** The user, unless the password is wrong or the user is locked. */
    public synchronized Optional<User> check(String email, String password) {
        return Optional.ofNullable(byEmail.get(email))
                .filter(user -> !user.locked() && user.password().equals(password));
    }

    /** Everybody. */
    public synchronized List<User> all() {
        return List.copyOf(byEmail.values());
    }

    /** Changes a user, and answers the changed one. */
    public synchronized Optional<User> change(String email, UnaryOperator<User> change) {
        return Optional.ofNullable(byEmail.computeIfPresent(email, (key, user) -> change.apply(user)));
    }
}
