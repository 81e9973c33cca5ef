package io.ctmconnect.notifications;

import io.ctmconnect.secrets.Secret;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts to Google and reads the answer whole, within a time and a size. No redirects, no retries: what they should be is
 * decided above. The JDK's client: a handful of requests a day needs no pool and no tuning.
 */
@Singleton
class GoogleTransport {
    /** For everything, from connecting to the last byte. */
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int MAX_ANSWER_BYTES = 256 * 1024;

    private final HttpClient client;
    private final Duration timeout;

    GoogleTransport() {
        this(TIMEOUT);
    }

    GoogleTransport(Duration timeout) {
        this.timeout = timeout;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** An answer, whatever its status. */
    record Reply(int status, @Nullable String retryAfter, String body) {}

    /**
     * Posts a text.
     *
     * @param authorization null for none
     * @throws IOException when there is no answer in time, or one that is too large. Its message names no value
     */
    Reply post(URI address, String contentType, String body, @Nullable Secret authorization) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", contentType)
                .header("Accept", "application/json");
        if (authorization != null) {
            request.header("Authorization", "Bearer " + authorization.reveal());
        }
        HttpResponse<String> answer = exchange(request.build());
        return new Reply(
                answer.statusCode(), answer.headers().firstValue("Retry-After").orElse(null), answer.body());
    }

    private HttpResponse<String> exchange(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<String>> exchange =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_ANSWER_BYTES));
        try {
            return exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw new IOException("no answer in time");
        } catch (ExecutionException | CancellationException e) {
            throw new IOException("the connection failed", e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        } finally {
            exchange.cancel(true);
        }
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }
}
