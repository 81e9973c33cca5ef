package io.ctmconnect.outbox;

/** Knows the facts that held rows of one kind wait for. Keepers are beans; a kind whose rows are held has one. */
public interface FactKeeper {
    /** The kind of tasks whose facts it knows. */
    String kind();

    /** The newest version of that kind's payload that it understands. */
    int version();

    /**
     * Tells what became of the change. It is asked when a row has been held for longer than a request takes, so that
     * whoever wanted to make the change is probably dead, but may only be slow. It may make the change impossible to be
     * able to answer {@link Fact#NEVER}, and must finish what belongs to the change before it answers {@link
     * Fact#HAPPENED}.
     */
    Fact ask(Task task);

    /** The row is no longer held: what was kept to answer {@link #ask} may be forgotten. Called before each attempt. */
    void forget(Task task);
}
