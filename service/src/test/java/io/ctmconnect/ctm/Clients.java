package io.ctmconnect.ctm;

import io.ctmconnect.secrets.Secret;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** The layers of the client, put together by hand. */
final class Clients {
    static final CtmKeys KEYS = new CtmKeys(Secret.of("the-access-key"), Secret.of("the-secret"));

    private Clients() {}

    static CtmSettings settings(URI url, Duration timeout, int requestsPerSecond) {
        return new CtmSettings(url, requestsPerSecond, timeout, true, Duration.ofSeconds(10));
    }

    static CtmTransport transport(RawCtm server) {
        return new CtmTransport(settings(server.url(), Duration.ofSeconds(20), 100));
    }

    static CtmClient client(CtmSettings settings, MeterRegistry metrics) {
        return new CtmClient(new CtmTransport(settings), new Governor(settings, metrics), metrics, settings);
    }

    static CtmClient client(CtmSettings settings) {
        return client(settings, new SimpleMeterRegistry());
    }

    /** Patient enough for every try on a slow machine. */
    static CtmClient client(RawCtm server) {
        return client(settings(server.url(), Duration.ofSeconds(20), 100));
    }

    static CtmMemory memory(CtmSettings settings) {
        return new CtmMemory(client(settings), settings, new SimpleMeterRegistry(), InstantSource.system());
    }

    static CtmMemory memory(RawCtm server) {
        return memory(settings(server.url(), Duration.ofSeconds(20), 100));
    }

    /** A safe request. */
    static CtmRequest get() {
        return CtmRequest.get(Endpoint.ACCOUNTS, "/accounts", Map.of("per_page", "1"), KEYS);
    }

    /** A request that must not be sent twice. */
    static CtmRequest login() {
        return CtmRequest.postForm(Endpoint.LOGIN, "/authentication", Map.of("user", "u+1", "password", "p&w"));
    }
}
