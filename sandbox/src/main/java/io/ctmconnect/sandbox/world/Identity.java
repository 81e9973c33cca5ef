package io.ctmconnect.sandbox.world;

/**
 * Who a request came from.
 *
 * @param kind how it proved itself: {@code key}, {@code user} or {@code token}
 * @param name the key's scope or the user's e-mail, never a secret
 * @param scope what it reaches
 */
public record Identity(String kind, String name, Scope scope) {

    /** One word for the journal, such as {@code key:agency-20417}. */
    public String label() {
        return kind + ":" + name;
    }
}
