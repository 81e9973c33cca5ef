package io.ctmconnect.sandbox.hook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.world.Account;
import io.ctmconnect.sandbox.world.Scope;
import io.ctmconnect.sandbox.world.World;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

/** Delivers events to the webhooks of an account, each on a thread of its own. */
public final class Hooks implements AutoCloseable {

    private final Clock clock;
    private final AtomicReference<HookPlan> plan = new AtomicReference<>(HookPlan.defaults());
    private final AtomicReference<Tally> tally = new AtomicReference<>(new Tally());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();

    /** Signs with the times of a clock. */
    public Hooks(Clock clock) {
        this.clock = clock;
    }

    /** The present plan. */
    public HookPlan plan() {
        return plan.get();
    }

    /** Delivers by another plan from now on. */
    public void follow(HookPlan other) {
        plan.set(other);
    }

    /** Begins again: the first plan, and nothing on its way. */
    public void reset() {
        plan.set(HookPlan.defaults());
        tally.set(new Tally());
    }

    /** How much is on its way and what became of the rest. */
    public ObjectNode told() {
        return Json.of(tally.get().now());
    }

    /** Sends an activity to all of the account's webhooks that have a position. */
    public void fire(World world, Account account, String position, ObjectNode row) {
        HookPlan now = plan.get();
        String secret = world.access().keys().current(scope(account, now)).secret();
        world.webhooks().of(account).stream()
                .filter(webhook -> webhook.path("position").asText().equals(position))
                .map(webhook -> Post.of(webhook, row, secret, now))
                .forEach(post -> send(post, now));
    }

    private static Scope scope(Account account, HookPlan plan) {
        return plan.signer() == HookPlan.Signer.AGENCY
                ? new Scope.Agency(account.agencyId())
                : new Scope.Single(account.id(), account.agencyId());
    }

    private void send(Post post, HookPlan now) {
        Tally counts = tally.get();
        if (strikes(now.dropPercent())) {
            counts.drop();
            return;
        }
        int copies = strikes(now.duplicatePercent()) ? 2 : 1;
        for (int copy = 0; copy < copies; copy++) {
            counts.begin();
            int shuffle = now.shuffleMs() == 0 ? 0 : ThreadLocalRandom.current().nextInt(now.shuffleMs() + 1);
            begin(() -> deliver(post, now, now.delayMs() + shuffle, counts), counts);
        }
    }

    /** A call may end when the sandbox is closed already: nobody is told then. */
    private void begin(Runnable delivery, Tally counts) {
        try {
            threads.execute(delivery);
        } catch (RejectedExecutionException e) {
            counts.end(false);
        }
    }

    private static boolean strikes(int percent) {
        return ThreadLocalRandom.current().nextInt(100) < percent;
    }

    private void deliver(Post post, HookPlan now, int wait, Tally counts) {
        boolean taken = false;
        try {
            Thread.sleep(wait);
            taken = isTaken(post, counts);
            for (int i = 0; !taken && i < now.retryMs().size() && counts == tally.get(); i++) {
                Thread.sleep(now.retryMs().get(i));
                taken = isTaken(post, counts);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            counts.end(taken);
        }
    }

    private boolean isTaken(Post post, Tally counts) throws InterruptedException {
        counts.tried();
        try {
            int status = http.send(post.request(clock.instant()), BodyHandlers.discarding())
                    .statusCode();
            return status >= 200 && status < 300;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public void close() {
        tally.set(new Tally());
        threads.shutdownNow();
        http.shutdownNow();
    }
}
