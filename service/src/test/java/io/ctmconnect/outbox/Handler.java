package io.ctmconnect.outbox;

import java.util.function.BiFunction;

/** A handler of greetings. */
record Handler(String kind, int version, BiFunction<Task, Integer, Outcome> work) implements TaskHandler {
    static Handler of(BiFunction<Task, Integer, Outcome> work) {
        return new Handler(StoredOutbox.KIND, 1, work);
    }

    static Handler answering(Outcome outcome) {
        return of((_, _) -> outcome);
    }

    @Override
    public Outcome handle(Task task, int attempt) {
        return work.apply(task, attempt);
    }
}
