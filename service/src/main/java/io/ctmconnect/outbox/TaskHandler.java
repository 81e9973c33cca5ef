package io.ctmconnect.outbox;

/** Does the work of one kind. Handlers are beans; a kind has one. */
public interface TaskHandler {
    /** The kind of tasks that it handles. */
    String kind();

    /** The newest version of that kind's payload that it understands; it must understand all older ones. */
    int version();

    /**
     * Does the work. It is called by several threads and several processes, for one row by one of them at a time, unless
     * it takes longer than {@link OutboxRow#LEASE} (2 minutes): then another process may begin. After the sudden death of
     * a process it is called again for the same row, so it should be safe to repeat, as far as the work allows that.
     *
     * @param attempt 1 for the first
     * @return what became of it. An exception is as good as {@link Outcome.TryAgain}
     */
    Outcome handle(Task task, int attempt);
}
