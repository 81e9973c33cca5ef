package io.ctmconnect.outbox;

import org.jboss.logging.MDC;

/** Puts what a row is about into the logging context, for the lines that are written meanwhile. Never its payload. */
final class TaskLog implements AutoCloseable {
    private static final String TASK_ID = "task_id";
    private static final String TASK_KIND = "task_kind";
    private static final String ATTEMPT = "attempt";
    private static final String REASON = "reason";
    private static final String FACT = "fact";

    private TaskLog() {}

    static TaskLog about(OutboxRow row) {
        MDC.put(TASK_ID, row.task().id());
        MDC.put(TASK_KIND, row.task().kind());
        MDC.put(ATTEMPT, row.attempts());
        return new TaskLog();
    }

    void reason(String reason) {
        MDC.put(REASON, reason);
    }

    void fact(Fact fact) {
        MDC.put(FACT, fact);
    }

    @Override
    public void close() {
        MDC.remove(TASK_ID);
        MDC.remove(TASK_KIND);
        MDC.remove(ATTEMPT);
        MDC.remove(REASON);
        MDC.remove(FACT);
    }
}
