package io.ctmconnect.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The room in memory for the bodies of requests, shared by all connections. The beginning of each body is free, so that
 * small requests are served whatever the large ones do.
 */
final class BodyRoom {
    /** A call event and every form of ours have less, as a rule. */
    static final int FREE_BYTES = 16 * 1024;

    private static final int SHARE_OF_HEAP = 8;

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    /** @param most how many bytes all bodies may take together, beyond what is free */
    BodyRoom(long most) {
        this.most = most;
    }

    /** An eighth of the heap: a body is there up to three times while it is read. */
    static BodyRoom ofHeap() {
        return new BodyRoom(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /** The part of one body. For one thread. */
    final class Share {
        private long size;
        private long counted;

        /** Takes room for more bytes of the body; false, and nothing is taken, when there is none. */
        boolean grow(int bytes) {
            long more = Math.max(0, size + bytes - FREE_BYTES) - counted;
            if (more > 0 && taken.addAndGet(more) > most) {
                taken.addAndGet(-more);
                return false;
            }
            size += bytes;
            counted += Math.max(0, more);
            return true;
        }

        /** The body is not needed any more. */
        void giveBack() {
            taken.addAndGet(-counted);
            counted = 0;
            size = 0;
        }
    }

    Share share() {
        return new Share();
    }

    /** How many bytes are taken now. */
    long taken() {
        return taken.get();
    }
}
