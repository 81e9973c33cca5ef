package io.ctmconnect.embedded;

import org.h2.mvstore.Chunk;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens the store of a data directory, or says plainly why it cannot be opened. */
record StoreOpening(Path directory, Path file, Path record) {
    private static final String FILE = "embedded-mongodb.mv";
    private static final String RECORD = "embedded-mongodb.acknowledged";
    private static final int BLOCK_BYTES = 4096;
    /** Grows when {@link StoredTypes} changes in a way that an older file cannot be read with. */
    static final int FORMAT = 1;

    static StoreOpening in(Path directory) {
        return new StoreOpening(directory, directory.resolve(FILE), directory.resolve(RECORD));
    }

    /**
     * Opens the store; directory and files are created if missing.
     *
     * @throws EmbeddedMongoException if the directory cannot be used, or the file is in use, damaged, or older than what
     *     was acknowledged
     */
    DurableBackend open() {
        requireUsableDirectory();
        MVStore store = openStore();
        try {
            requireVersion(store, AcknowledgedVersion.lastIn(record));
            requireWholeFile(store.getFileStore());
            requireFormat(store);
            return new DurableBackend(new StoreFile(store, AcknowledgedVersion.open(record)));
        } catch (IOException | UncheckedIOException e) {
            store.closeImmediately();
            throw unusable(e);
        } catch (MVStoreException e) {
            store.closeImmediately();
            throw damaged(e);
        } catch (EmbeddedMongoException e) {
            store.closeImmediately();
            throw e;
        }
    }

    private void requireUsableDirectory() {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new EmbeddedMongoException(
                    "The data directory %s cannot be created: %s. Name another one (DATA_DIR).".formatted(directory, e),
                    e);
        }
        if (!Files.isWritable(Files.exists(file) ? file : directory)) {
            throw new EmbeddedMongoException(
                    "The embedded database %s is not writable. Give this process write access, or name another data directory (DATA_DIR)."
                            .formatted(file),
                    null);
        }
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Whether another process has the store open. */
    boolean isInUse() {
        try {
            builder().readOnly().open().closeImmediately();
            return false;
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                return true;
            }
            throw damaged(e);
        }
    }

    private MVStore openStore() {
        try {
            return builder().open();
        } catch (MVStoreException e) {
            throw e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED ? inUse(e) : damaged(e);
        }
    }

    private MVStore.Builder builder() {
        return new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0);
    }

    private void requireVersion(MVStore store, long acknowledged) {
        long found = store.getCurrentVersion();
        if (found < acknowledged) {
            throw new EmbeddedMongoException(
                    "The embedded database %s is older (version %d) than what was last acknowledged (version %d): it was truncated, emptied, or replaced by an older copy. Put the newest copy back; or, to go on with the older data, delete %s."
                            .formatted(file, found, acknowledged, record),
                    null);
        }
    }

    /** A cleanly closed store opens without looking at its older parts, so a missing end would show only when read. */
    private void requireWholeFile(FileStore<?> store) {
        boolean whole = store.getLayoutMap().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(DataUtils.META_CHUNK))
                .map(entry -> store.createChunk(entry.getValue()))
                .allMatch(chunk -> chunk.maxLenLive == 0 || end(chunk) <= store.size());
        if (!whole) {
            throw damaged(null);
        }
    }

    private void requireFormat(MVStore store) {
        if (store.getMapNames().isEmpty()) {
            store.setStoreVersion(FORMAT);
        } else if (store.getStoreVersion() != FORMAT) {
            throw new EmbeddedMongoException(
                    "The embedded database %s has format %d, and this version of the service reads format %d. Use the version that wrote it; or, to start empty, move it and %s away."
                            .formatted(file, store.getStoreVersion(), FORMAT, record),
                    null);
        }
    }

    private static long end(Chunk<?> chunk) {
        return (chunk.block + chunk.len) * BLOCK_BYTES;
    }

    private EmbeddedMongoException inUse(MVStoreException cause) {
        return new EmbeddedMongoException(
                "The embedded database %s is in use by another process. Stop that process, or name another data directory (DATA_DIR)."
                        .formatted(file),
                cause);
    }

    private EmbeddedMongoException damaged(@Nullable MVStoreException cause) {
        return new EmbeddedMongoException(
                "The embedded database %s is damaged. Put a good copy of it back; or, to start empty, move it and %s away."
                        .formatted(file, record),
                cause);
    }

    private EmbeddedMongoException unusable(Exception cause) {
        return new EmbeddedMongoException("The embedded database %s cannot be used: %s".formatted(file, cause), cause);
    }
}
