package io.ctmconnect.embedded;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Runs reads and writes on a {@link Storage} and lets an answer out only when every write that it can have seen is
 * durable. Threads that wait at the same time share one commit and one sync.
 *
 * <p>Two locks. {@code data} keeps commands and commits apart: a commit never sees half a write. {@code leadership} is
 * held by the thread that commits, also during the sync, when {@code data} is free for the next writes; those who wait
 * for it find, when they get it, either that their writes are already covered, or that it is their turn to commit.
 */
final class GroupCommit implements AutoCloseable {

    /** What is made durable. Neither method is called twice at a time. */
    interface Storage extends AutoCloseable {
        /** Writes all changes so far as one version; no read or write runs meanwhile. */
        void commit();

        /** Returns when the last committed version survives; reads and writes may run meanwhile. */
        void sync();

        /** Commits, syncs and releases everything. */
        @Override
        void close();

        /** Releases everything and writes nothing. */
        void abandon();
    }

    private static final Logger LOG = Logger.getLogger(GroupCommit.class);

    private final Storage storage;
    private final ReadWriteLock data = new ReentrantReadWriteLock();
    private final Lock leadership = new ReentrantLock();
    private final AtomicLong applied = new AtomicLong();
    private volatile long durable;
    private volatile @Nullable String stopped;

    GroupCommit(Storage storage) {
        this.storage = storage;
    }

    /** Runs a query beside others, and answers it at once: it may have seen what a crash can still undo. */
    <T> T readUnconfirmed(Supplier<T> query) {
        return run(data.readLock(), query);
    }

    /**
     * Runs a change alone, and answers it at once. The next commit contains it, whoever asks for that, and no later change
     * survives without it.
     */
    <T> T writeUnconfirmed(Supplier<T> change) {
        return run(data.writeLock(), counted(change));
    }

    /** Runs a query beside others. Its result must not share state with the storage. */
    <T> T read(Supplier<T> query) {
        return answerWhenDurable(data.readLock(), query);
    }

    /**
     * Runs a change alone. Whatever it returns or throws gets out after a commit that contains it.
     *
     * @throws IllegalStateException if the commit failed, now or earlier; the change may or may not survive
     */
    <T> T write(Supplier<T> change) {
        return answerWhenDurable(data.writeLock(), counted(change));
    }

    /** Whether commands are still answered: no commit has failed, and nobody has closed this. */
    boolean running() {
        return stopped == null;
    }

    /** Lets running commands finish, refuses later ones, and closes the storage. */
    @Override
    public void close() {
        leadership.lock();
        try {
            exclusively(() -> {
                if (running()) {
                    stopped = "The embedded database is closed.";
                    storage.close();
                    durable = applied.get();
                }
            });
        } finally {
            leadership.unlock();
        }
    }

    private <T> T answerWhenDurable(Lock lock, Supplier<T> command) {
        try {
            return run(lock, command);
        } finally {
            awaitDurable(applied.get());
        }
    }

    private <T> T run(Lock lock, Supplier<T> command) {
        lock.lock();
        try {
            requireRunning();
            return command.get();
        } finally {
            lock.unlock();
        }
    }

    private <T> Supplier<T> counted(Supplier<T> change) {
        return () -> {
            applied.incrementAndGet();
            return change.get();
        };
    }

    private void awaitDurable(long writes) {
        if (durable >= writes) {
            return;
        }
        leadership.lock();
        try {
            if (durable < writes) {
                commit();
            }
        } finally {
            leadership.unlock();
        }
    }

    private void commit() {
        requireRunning();
        try {
            long[] covered = new long[1];
            exclusively(() -> {
                storage.commit();
                covered[0] = applied.get();
            });
            storage.sync();
            durable = covered[0];
        } catch (RuntimeException | Error e) {
            stopped = "The embedded database stopped, because it could not save: " + rootOf(e);
            LOG.error("The embedded database stopped, because it could not save", e);
            storage.abandon();
            throw new IllegalStateException(stopped, e);
        }
    }

    private static Throwable rootOf(Throwable error) {
        Throwable cause = error.getCause();
        return cause == null ? error : rootOf(cause);
    }

    private void exclusively(Runnable work) {
        data.writeLock().lock();
        try {
            work.run();
        } finally {
            data.writeLock().unlock();
        }
    }

    private void requireRunning() {
        String reason = stopped;
        if (reason != null) {
            throw new IllegalStateException(reason);
        }
    }
}
