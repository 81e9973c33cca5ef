package io.ctmconnect.ctm;

import java.net.URI;
import java.time.Duration;

/** CTM's client for tests of other packages. */
public final class TestCtm {
    private TestCtm() {}

    public static CtmSettings settings(URI url) {
        return Clients.settings(url, Duration.ofSeconds(20), 5000);
    }

    public static CtmApi api(URI url) {
        return new CtmApi(Clients.client(settings(url)), Clients.memory(settings(url)));
    }
}
