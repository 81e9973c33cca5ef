package io.ctmconnect.credentials;

import io.ctmconnect.http.ApiErrors;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.mongo.Killed;
import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.concurrent.SynchronousQueue;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that makes one call, one operation of its database at a time, each when it is told to. */
final class Actor {
    private static final Set<String> FAIR = Set.of("RECORD_NOT_FOUND", "CONFLICT");

    private enum Order {
        GO_ON,
        DIE
    }

    private final SynchronousQueue<Order> orders = new SynchronousQueue<>();
    private final SynchronousQueue<Boolean> reports = new SynchronousQueue<>();
    private boolean alive = true;
    private volatile @Nullable Throwable failure;

    /** Begins the call; it waits before its first operation. */
    Actor(LifeWorld world, Consumer<Instance> call) {
        Instance process = world.instance(this::waitForOrder);
        Thread.ofVirtual().start(() -> {
            run(() -> call.accept(process));
            report(false);
        });
        awaitReport();
    }

    private void run(Runnable call) {
        try {
            call.run();
        } catch (ApiException e) {
            if (!FAIR.contains(ApiErrors.body(e).code())) {
                failure = e;
            }
        } catch (Killed _) {
            // As ordered.
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void waitForOrder() {
        report(true);
        try {
            if (orders.take() == Order.DIE) {
                throw new Killed();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void report(boolean waits) {
        try {
            reports.put(waits);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitReport() {
        try {
            alive = reports.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(failure).isNull();
    }

    private void order(Order order) {
        try {
            orders.put(order);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        awaitReport();
    }

    boolean isAlive() {
        return alive;
    }

    /** Lets it do its next operation, and whatever it does before the one after. */
    void step() {
        order(Order.GO_ON);
    }

    void die() {
        order(Order.DIE);
    }
}
