package io.ctmconnect.credentials;

import io.ctmconnect.outbox.Task;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Date;
import java.util.Locale;

/**
 * An account was connected or disconnected, and those whom it concerns are to be told: a task of the outbox.
 *
 * @param account the platform account
 * @param connection its connection
 * @param at when it happened
 * @param actor the platform user who did it, when the token named one
 */
public record IntegrationNotice(
        Type type,
        ObjectId account,
        ObjectId connection,
        Instant at,
        @Nullable String actor) {
    /** The outbox' kind of these tasks. */
    public static final String KIND = "integration-notice";

    /** The version of the payload. */
    public static final int VERSION = 1;

    private static final String TYPE = "type";
    private static final String ACCOUNT = "account";
    private static final String CONNECTION = "connection";
    private static final String AT = "at";
    private static final String ACTOR = "actor";
    private static final String CONNECTION_VERSION = "connection_version";

    /** What happened, in the platform's words. */
    public enum Type {
        /** A first connect, or a connect after a disconnect. */
        PROJECT_ADDED,
        /** A disconnect, conditional or global. */
        INTEGRATION_DISCONNECTED;

        /** The platform's name of it: {@code project_added} or {@code integration_disconnected}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Type of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    /** Reads the payload of a task of this kind. */
    public static IntegrationNotice of(Task task) {
        Document payload = task.payload();
        return new IntegrationNotice(
                Type.of(payload.getString(TYPE)),
                payload.getObjectId(ACCOUNT),
                payload.getObjectId(CONNECTION),
                payload.getDate(AT).toInstant(),
                payload.getString(ACTOR));
    }

    /**
     * The task of telling it.
     *
     * @param version the connection's version after the change: one change, one task
     */
    Task task(long version) {
        Document payload = new Document(TYPE, type.wire())
                .append(ACCOUNT, account)
                .append(CONNECTION, connection)
                .append(AT, Date.from(at))
                .append(ACTOR, actor)
                .append(CONNECTION_VERSION, version);
        return new Task(taskId(type, connection, version), KIND, VERSION, payload);
    }

    static String taskId(Type type, ObjectId connection, long version) {
        return type.wire() + ":" + connection + ":" + version;
    }

    /** The connection's version after the change that the task tells of. */
    static long versionOf(Task task) {
        return task.payload().getLong(CONNECTION_VERSION);
    }
}
