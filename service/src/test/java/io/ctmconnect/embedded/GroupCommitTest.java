package io.ctmconnect.embedded;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class GroupCommitTest {
    private final Disk disk = new Disk();
    private final GroupCommit commits = new GroupCommit(disk);

    /** Counts in memory what is written, committed and synced; a sync waits for its gate and may fail. */
    private static final class Disk implements GroupCommit.Storage {
        private final AtomicInteger value = new AtomicInteger();
        private final AtomicInteger syncs = new AtomicInteger();
        private volatile int committed;
        private volatile int synced;
        private volatile boolean full;
        private volatile boolean released;
        private volatile CountDownLatch gate = new CountDownLatch(0);

        @Override
        public void commit() {
            committed = value.get();
        }

        @Override
        public void sync() {
            syncs.incrementAndGet();
            awaitGate();
            if (full) {
                throw new IllegalStateException("disk full");
            }
            synced = committed;
        }

        @Override
        public void close() {
            committed = value.get();
            synced = committed;
            released = true;
        }

        @Override
        public void abandon() {
            released = true;
        }

        private void awaitGate() {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void answersAWriteWhenItIsSynced() {
        assertThat(commits.write(disk.value::incrementAndGet)).isEqualTo(1);
        assertThat(disk.synced).isEqualTo(1);
    }

    @Test
    void answersARefusedWriteWhenItIsSynced() {
        assertThatThrownBy(() -> commits.write(() -> {
                    disk.value.incrementAndGet();
                    throw new IllegalArgumentException("duplicate");
                }))
                .hasMessage("duplicate");
        assertThat(disk.synced).isEqualTo(1);
    }

    @Test
    void readsWithoutSyncWhenNothingIsPending() {
        assertThat(commits.read(disk.value::get)).isZero();
        assertThat(disk.syncs).hasValue(0);
    }

    @Test
    void readHearsOfAPendingWriteOnlyWhenItIsSynced() {
        disk.gate = new CountDownLatch(1);
        var write = CompletableFuture.supplyAsync(() -> commits.write(disk.value::incrementAndGet));
        await().until(() -> disk.syncs.get() == 1);
        var read = CompletableFuture.supplyAsync(() -> commits.read(disk.value::get));
        assertThat(read).isNotDone();
        disk.gate.countDown();
        assertThat(read.join()).isEqualTo(1);
        assertThat(write.join()).isEqualTo(1);
    }

    @Test
    void unconfirmedReadsAndWritesWaitForNothing() {
        disk.gate = new CountDownLatch(1);
        var write = CompletableFuture.supplyAsync(() -> commits.write(disk.value::incrementAndGet));
        await().until(() -> disk.syncs.get() == 1);
        assertThat(commits.writeUnconfirmed(disk.value::incrementAndGet)).isEqualTo(2);
        assertThat(commits.readUnconfirmed(disk.value::get)).isEqualTo(2);
        assertThat(write).isNotDone();
        disk.gate.countDown();
        assertThat(write.join()).isEqualTo(1);
    }

    @Test
    void whoeverHearsOfAnUnconfirmedWriteHearsItWhenItIsSynced() {
        commits.writeUnconfirmed(disk.value::incrementAndGet);
        assertThat(disk.synced).isZero();
        assertThat(commits.read(disk.value::get)).isEqualTo(1);
        assertThat(disk.synced).isEqualTo(1);
    }

    @Test
    void aConfirmedWriteIsNeverSyncedWithoutThoseBeforeIt() {
        commits.writeUnconfirmed(disk.value::incrementAndGet);
        commits.write(disk.value::incrementAndGet);
        assertThat(disk.synced).isEqualTo(2);
    }

    @Test
    void writesThatWaitShareOneSync() {
        disk.gate = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> commits.write(disk.value::incrementAndGet));
        await().until(() -> disk.syncs.get() == 1);
        List<Thread> others = IntStream.range(0, 20)
                .mapToObj(i -> Thread.startVirtualThread(() -> commits.write(disk.value::incrementAndGet)))
                .toList();
        await().until(() -> disk.value.get() == 21);
        disk.gate.countDown();
        first.join();
        others.forEach(GroupCommitTest::join);
        assertThat(disk.synced).isEqualTo(21);
        assertThat(disk.syncs).hasValue(2);
    }

    @Test
    void acknowledgesNothingOnceASyncHasFailed() {
        disk.full = true;
        assertThatThrownBy(() -> commits.write(disk.value::incrementAndGet)).hasMessageContaining("disk full");
        disk.full = false;
        assertThatThrownBy(() -> commits.write(disk.value::incrementAndGet)).hasMessageContaining("disk full");
        assertThatThrownBy(() -> commits.read(disk.value::get)).hasMessageContaining("disk full");
        assertThat(commits.running()).isFalse();
        assertThat(disk.released).isTrue();
        assertThat(disk.value).hasValue(1);
    }

    @Test
    void refusesCommandsAfterClose() {
        commits.write(disk.value::incrementAndGet);
        commits.close();
        assertThatThrownBy(() -> commits.write(disk.value::incrementAndGet)).hasMessageContaining("closed");
        assertThat(disk.released).isTrue();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
