package io.ctmconnect.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import org.jboss.logging.Logger;

import java.util.function.Supplier;

/** The engine with every command put under {@link GroupCommit}. */
final class DurableBackend extends H2Backend {
    private static final Logger LOG = Logger.getLogger(DurableBackend.class);
    private static final int INTERNAL_ERROR = 1;

    private final GroupCommit commits;

    DurableBackend(StoreFile file) {
        super(file.store());
        this.commits = new GroupCommit(file);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new KeyedDatabase(name, getMvStore(), getCursorRegistry());
    }

    boolean running() {
        return commits.running();
    }

    /** Answers errors itself: the server would write the whole command, and so personal data, to the log. */
    @Override
    public Document handleMessage(MongoMessage message) {
        try {
            return super.handleMessage(message);
        } catch (MongoServerError e) {
            return refusal(e.getCode(), e.getCodeName(), e.getMessageWithoutErrorCode());
        } catch (MongoServerException e) {
            return refusal(INTERNAL_ERROR, "InternalError", e.getMessageWithoutErrorCode());
        } catch (RuntimeException e) {
            LOG.debug("A command failed", e);
            return refusal(INTERNAL_ERROR, "InternalError", e.toString());
        }
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        Supplier<Document> work = () -> super.handleCommand(channel, database, command, query);
        return switch (CommandKind.of(command, query)) {
            case LOCAL -> work.get();
            case READ -> commits.read(copied(work));
            case WRITE -> commits.write(copied(work));
            case UNCONFIRMED_READ -> commits.readUnconfirmed(copied(work));
            case UNCONFIRMED_WRITE -> commits.writeUnconfirmed(copied(work));
        };
    }

    /** The old form of a query, which no current driver sends: refused, as it goes round the locks. */
    @Override
    public QueryResult handleQuery(MongoQuery query) {
        throw new MongoServerException("OP_QUERY is not supported");
    }

    @Override
    public void close() {
        commits.close();
    }

    private static Supplier<Document> copied(Supplier<Document> work) {
        return () -> work.get().cloneDeeply();
    }

    private static Document refusal(int code, String name, String message) {
        return new Document("ok", 0)
                .append("errmsg", message)
                .append("code", code)
                .append("codeName", name);
    }
}
