package io.ctmconnect.embedded;

import org.h2.mvstore.MVStore;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The open store and the record of what was acknowledged; no other process can open the store meanwhile. */
final class StoreFile implements GroupCommit.Storage {
    private static final int COMMITS_BETWEEN_COMPACTIONS = 16;
    private static final int COMPACT_BELOW_PERCENT = 50;
    private static final int COMPACTED_BYTES = 256 * 1024;

    private final MVStore store;
    private final AcknowledgedVersion acknowledged;
    private long committed;
    private long synced;
    private int commits;

    /** Takes over a store with background commits off, whose present version becomes the acknowledged one. */
    StoreFile(MVStore store, AcknowledgedVersion acknowledged) {
        this.store = store;
        this.acknowledged = acknowledged;
        this.committed = store.getCurrentVersion();
        this.synced = committed;
        store.setRetentionTime(0);
        store.sync();
        acknowledged.write(synced);
    }

    MVStore store() {
        return store;
    }

    /** Rewrites now and then a bounded part of what is mostly garbage, so that its space is used again. */
    @Override
    public void commit() {
        if (++commits % COMMITS_BETWEEN_COMPACTIONS == 0) {
            store.compact(COMPACT_BELOW_PERCENT, COMPACTED_BYTES);
        }
        store.commit();
        committed = store.getCurrentVersion();
    }

    @Override
    public void sync() {
        if (synced < committed) {
            store.sync();
            acknowledged.write(committed);
            synced = committed;
        }
    }

    @Override
    public void close() {
        store.close();
        acknowledged.write(store.getCurrentVersion());
        closeRecord();
    }

    @Override
    public void abandon() {
        store.closeImmediately();
        closeRecord();
    }

    private void closeRecord() {
        try {
            acknowledged.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
