package io.ctmconnect.sandbox.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The short-lived tokens that {@code POST /authentication} gives out. */
public final class Tokens {

    /**
     * A token given out.
     *
     * @param text what the caller sends as {@code auth_token}
     * @param expires the moment from which it is refused
     * @param owner the identity it was given to
     */
    public record Token(String text, Instant expires, Identity owner) {}

    private final Clock clock;
    private final Map<String, Token> given = new HashMap<>();
    private int made;

    /** Tokens that expire by a clock. */
    public Tokens(Clock clock) {
        this.clock = clock;
    }

    /** Gives out a token. */
    public synchronized Token issue(Identity owner, Duration lifetime) {
        made++;
        Token token = new Token("sandbox-token-" + made, clock.instant().plus(lifetime), owner);
        given.put(token.text(), token);
        return token;
    }

    /** Who holds a token that has not expired. */
    public synchronized Optional<Identity> identify(String text) {
        return Optional.ofNullable(given.get(text))
                .filter(token -> clock.instant().isBefore(token.expires()))
                .map(token -> new Identity(
                        "token", token.owner().name(), token.owner().scope()));
    }

    /** Ends every token that was given to a user or a key's scope of this name. */
    public synchronized void revoke(String ownerName) {
        given.values().removeIf(token -> token.owner().name().equals(ownerName));
    }
}
