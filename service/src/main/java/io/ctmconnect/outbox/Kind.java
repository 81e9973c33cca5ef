package io.ctmconnect.outbox;

/**
 * A kind of tasks that this process understands.
 *
 * @param version the newest version that it understands
 */
record Kind(String name, int version) {
    static Kind of(TaskHandler handler) {
        return new Kind(handler.kind(), handler.version());
    }

    static Kind of(FactKeeper keeper) {
        return new Kind(keeper.kind(), keeper.version());
    }

    boolean covers(Task task) {
        return name.equals(task.kind()) && task.version() <= version;
    }
}
