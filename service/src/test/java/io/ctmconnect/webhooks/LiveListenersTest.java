package io.ctmconnect.webhooks;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import org.bson.types.ObjectId;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LiveListenersTest {
    /** A listener that remembers which thread has sent what. */
    private static final class Listener implements SseEventSink {
        private final List<Thread> senders = new CopyOnWriteArrayList<>();
        private volatile boolean closed;

        Listener(boolean gone) {
            closed = gone;
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            senders.add(Thread.currentThread());
            return CompletableFuture.completedFuture(event);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** Where the request's thread goes on without an answer it begins one, while the listener's thread does. */
    @Test
    void theAnswerHasBegunWhenTheRequestGoesOn(@TempDir Path directory) {
        try (StoredEvents stored = new StoredEvents(directory);
                Listener listener = new Listener(false)) {
            ObjectId account = new ObjectId();
            stored.live.append(account, List.of("{}"));

            new LiveListeners(stored.live).add(account, 0, listener, new SseImpl());

            assertThat(listener.senders).first().isEqualTo(Thread.currentThread());
            await().until(() -> listener.senders.size() == 2);
        }
    }

    @Test
    void whoIsGoneAtOnceIsLeft(@TempDir Path directory) {
        try (StoredEvents stored = new StoredEvents(directory);
                Listener listener = new Listener(true)) {
            new LiveListeners(stored.live).add(new ObjectId(), 0, listener, new SseImpl());

            assertThat(listener.senders).isEmpty();
        }
    }
}
