package io.ctmconnect.ctm;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a recording may come from: CTM itself, and the storage that CTM sends its callers to. Only https, unless
 * {@code CTM_API_BASE_URL} itself is http; a simulated CTM on this machine has its storage on this machine.
 */
final class RecordingHosts {
    private static final Set<String> CTM = Set.of("api.calltrackingmetrics.com", "app.calltrackingmetrics.com");
    private static final Set<String> STORAGE = Set.of(".amazonaws.com", ".cloudfront.net");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|\\[::1]|127(\\.\\d{1,3}){3}");

    private final URI base;

    /** @param base {@code CTM_API_BASE_URL} */
    RecordingHosts(URI base) {
        this.base = base;
    }

    /** Whether credentials may be shown there: CTM's API, where they are shown anyway. */
    boolean isCtm(URI address) {
        boolean isBase = host(address).equals(host(base)) && address.getPort() == base.getPort();
        return isPlain(address) && (isBase || (isHttps(address) && CTM.contains(host(address))));
    }

    /** Whether it is CTM's storage, which needs no credentials and must not see any. */
    boolean isStorage(URI address) {
        String host = host(address);
        boolean known = STORAGE.stream().anyMatch(host::endsWith);
        return isPlain(address) && !isCtm(address) && (known || (isLoopback(base) && isLoopback(address)));
    }

    private boolean isPlain(URI address) {
        boolean http = "http".equalsIgnoreCase(address.getScheme()) && "http".equals(base.getScheme());
        return (http || isHttps(address)) && address.getHost() != null && address.getRawUserInfo() == null;
    }

    private static boolean isHttps(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    private static boolean isLoopback(URI address) {
        return LOOPBACK.matcher(host(address)).matches();
    }

    private static String host(URI address) {
        return Stream.ofNullable(address.getHost())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    /**
     * Where an address leads, read against another one.
     *
     * @throws CtmException.Unavailable when it is none, or leads elsewhere than to CTM and its storage
     */
    URI resolve(URI from, @Nullable String address) {
        try {
            URI target = from.resolve(address == null ? ":" : address);
            if (isCtm(target) || isStorage(target)) {
                return target;
            }
        } catch (IllegalArgumentException _) {
            throw new CtmException.Unavailable("CTM gives no address for a recording");
        }
        throw new CtmException.Unavailable("CTM sends to a foreign host for a recording");
    }
}
