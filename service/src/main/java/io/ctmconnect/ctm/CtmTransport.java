package io.ctmconnect.ctm;

import io.ctmconnect.secrets.Secret;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Sends one request to CTM and reads its answer whole, within a time and a size. No retries, no redirects, no cookies:
 * what they should be is decided above. Apache HttpClient on the caller's (virtual) thread.
 */
@Singleton
class CtmTransport {
    private static final int MAX_ANSWER_BYTES = 16 * 1024 * 1024;
    private static final int MAX_CONNECTIONS = 1024;
    /** CTM closes idle connections early ("premature close"): one idle for longer is checked before it is used. */
    private static final TimeValue CHECK_AFTER_IDLE = TimeValue.ofSeconds(1);

    private final String baseUrl;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines;

    CtmTransport(CtmSettings settings) {
        baseUrl = settings.apiBaseUrl().toString();
        client = HttpClients.custom()
                .setConnectionManager(connections(settings.timeout()))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(settings.timeout()))
                        .setResponseTimeout(Timeout.of(settings.timeout()))
                        .setExpectContinueEnabled(false)
                        .build())
                .setUserAgent("ctm-connect")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
        deadlines = deadlines();
    }

    /** A deadline that was met leaves the queue at once; it would keep its request in memory until it passed. */
    private static ScheduledExecutorService deadlines() {
        var timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("ctm-deadlines").factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    private static PoolingHttpClientConnectionManager connections(Duration timeout) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setMaxConnPerRoute(MAX_CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(timeout))
                        .setValidateAfterInactivity(CHECK_AFTER_IDLE)
                        .build())
                .build();
    }

    /**
     * Sends and reads.
     *
     * @param timeout for everything, from waiting for a connection to the last byte
     * @throws CtmException.TimedOut when the time is over
     * @throws CtmException.Unavailable when the connection fails or the answer is too large
     */
    CtmResponse send(CtmRequest request, Duration timeout) {
        HttpUriRequestBase message = message(request);
        return timed(message, timeout, () -> client.execute(message, CtmTransport::read));
    }

    /**
     * Sends a GET and reads no more than the head of its answer. The body may take as long as it wants, but each silence
     * in it is at most {@code CTM_TIMEOUT}.
     *
     * @param authorization null for none
     * @param timeout for the head, from waiting for a connection
     * @return to be closed
     * @throws CtmException as {@link #send}
     */
    CtmStream open(URI address, Map<String, String> headers, @Nullable Secret authorization, Duration timeout) {
        var message = new HttpUriRequestBase("GET", address);
        message.setHeader(HttpHeaders.ACCEPT, "*/*");
        message.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity"); // a range is one of the bytes as they are stored
        headers.forEach(message::setHeader);
        if (authorization != null) {
            message.setHeader(HttpHeaders.AUTHORIZATION, authorization.reveal());
        }
        return timed(message, timeout, () -> new CtmStream(message, client.executeOpen(null, message, null)));
    }

    private interface Exchange<T> {
        T run() throws IOException;
    }

    private <T> T timed(HttpUriRequestBase message, Duration timeout, Exchange<T> exchange) {
        Future<?> deadline = deadlines.schedule(message::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return exchange.run();
        } catch (IOException e) {
            throw message.isCancelled() || e instanceof InterruptedIOException
                    ? new CtmException.TimedOut()
                    : new CtmException.Unavailable("the connection to CTM failed", e);
        } catch (IllegalStateException | NullPointerException e) {
            // The client's words for a cancellation between two of its steps.
            throw message.isCancelled() ? new CtmException.TimedOut() : e;
        } finally {
            deadline.cancel(false);
        }
    }

    private HttpUriRequestBase message(CtmRequest request) {
        Secret body = request.body();
        var message = new HttpUriRequestBase(request.method(), URI.create(baseUrl + request.path()));
        message.setHeader(HttpHeaders.ACCEPT, "application/json");
        Secret authorization = request.authorization();
        if (authorization != null) {
            message.setHeader(HttpHeaders.AUTHORIZATION, authorization.reveal());
        }
        if (body != null) {
            byte[] bytes = body.reveal().getBytes(StandardCharsets.UTF_8);
            message.setEntity(new ByteArrayEntity(bytes, ContentType.parse(request.contentType())));
        }
        return message;
    }

    private static CtmResponse read(ClassicHttpResponse response) throws IOException {
        return new CtmResponse(
                response.getCode(), header(response, HttpHeaders.RETRY_AFTER), bytes(response.getEntity()));
    }

    private static byte[] bytes(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        // Not closed here: that would read a too large answer to its end. The client drops an unread connection.
        byte[] bytes = entity.getContent().readNBytes(MAX_ANSWER_BYTES + 1);
        if (bytes.length > MAX_ANSWER_BYTES) {
            throw new CtmException.Unavailable("CTM's answer is larger than " + MAX_ANSWER_BYTES + " bytes");
        }
        return bytes;
    }

    private static @Nullable String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    @PreDestroy
    void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }
}
