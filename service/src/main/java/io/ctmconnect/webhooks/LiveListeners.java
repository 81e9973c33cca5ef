package io.ctmconnect.webhooks;

import io.ctmconnect.mongo.StoreUnavailableException;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.bson.types.ObjectId;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Sends each listener the messages of its account, whichever process has written them. */
@Singleton
class LiveListeners {
    private static final Logger LOG = Logger.getLogger(LiveListeners.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    /** Proxies cut connections that are silent, and a client that is gone shows when something is sent. */
    private static final int LOOKS_UNTIL_SIGN_OF_LIFE = 30;
    /** A number may be missing for a moment while its message is written beside others; longer only after a crash. */
    private static final int LOOKS_FOR_A_MISSING_ONE = 4;

    private final LiveStore store;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    LiveListeners(LiveStore store) {
        this.store = store;
    }

    /** Sends what comes after a number, until the listener is gone. */
    void add(ObjectId account, long from, SseEventSink sink, Sse sse) {
        if (greet(sink, sse)) {
            threads.execute(() -> {
                try (sink) {
                    serve(account, from, sink, sse);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                } catch (StoreUnavailableException | CompletionException | IllegalStateException e) {
                    LOG.debug("a listener was left", e);
                }
            });
        }
    }

    /**
     * Writes the head of the answer, in the request's own thread: it writes one, too, if there is none when its method is
     * over, and two threads that do so at once end the stream. Answers whether the listener is still there.
     */
    private static boolean greet(SseEventSink sink, Sse sse) {
        try {
            send(sink, sse.newEventBuilder().comment("live").build());
            return true;
        } catch (CompletionException | IllegalStateException e) {
            LOG.debug("a listener was gone at once", e);
            return false;
        }
    }

    /** When the process is told to end, and not only when its requests are finished: these would never be. */
    void start(@Observes StartupEvent started) {
        Runtime.getRuntime().addShutdownHook(new Thread(threads::shutdownNow));
    }

    private void serve(ObjectId account, long from, SseEventSink sink, Sse sse) throws InterruptedException {
        long seen = from;
        int silent = 0;
        while (!sink.isClosed()) {
            List<LiveStore.Message> next = store.next(account, seen, silent >= LOOKS_FOR_A_MISSING_ONE);
            for (LiveStore.Message message : next) {
                if (message.number() > seen + 1) {
                    send(sink, gap(sse, message.number() - seen - 1));
                }
                send(sink, event(sse, message));
                seen = message.number();
            }
            silent = next.isEmpty() ? silent + 1 : 0;
            if (silent > 0 && silent % LOOKS_UNTIL_SIGN_OF_LIFE == 0) {
                send(sink, sse.newEventBuilder().comment("").build());
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    private static OutboundSseEvent event(Sse sse, LiveStore.Message message) {
        return sse.newEventBuilder()
                .id(String.valueOf(message.number()))
                .name("call")
                .data(message.data())
                .build();
    }

    private static OutboundSseEvent gap(Sse sse, long missed) {
        return sse.newEventBuilder()
                .name("gap")
                .data("{\"missed\":" + missed + "}")
                .build();
    }

    private static void send(SseEventSink sink, OutboundSseEvent event) {
        sink.send(event).toCompletableFuture().join();
    }
}
