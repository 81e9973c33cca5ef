package io.ctmconnect.settings;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The process environment, read key by key. A value that does not fit is noted as a problem and replaced by the default,
 * so that one start reports all problems at once. A problem never repeats the value: it may be a secret.
 */
public final class Environment {
    private static final Pattern SIMPLE_DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)?");

    private final Function<String, Optional<String>> source;
    private final List<String> problems = new ArrayList<>();

    /** @param source answers a key's value, empty when it is not set */
    public Environment(Function<String, Optional<String>> source) {
        this.source = source;
    }

    /** The environment of this process. */
    public static Environment ofProcess() {
        return new Environment(key -> Optional.ofNullable(System.getenv(key)));
    }

    /** The value as text; blank counts as not set. */
    public Optional<String> text(String key) {
        return source.apply(key).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The value as text, or the default. */
    public String text(String key, String defaultValue) {
        return text(key).orElse(defaultValue);
    }

    /** A whole number within the bounds, both included. */
    public int integer(String key, int defaultValue, int least, int most) {
        return parsed(key, defaultValue, "must be a whole number from " + least + " to " + most, value -> {
            int number = Integer.parseInt(value);
            return number >= least && number <= most ? Optional.of(number) : Optional.empty();
        });
    }

    /** {@code true} or {@code false}, in any case. */
    public boolean flag(String key, boolean defaultValue) {
        return parsed(key, defaultValue, "must be true or false", value -> switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** A duration such as {@code 250ms}, {@code 10s}, {@code 5m}, {@code PT10S}, or a bare number of seconds. */
    public Duration duration(String key, Duration defaultValue, Duration least, Duration most) {
        String rule = "must be a duration such as 500ms, 10s or 5m, from " + text(least) + " to " + text(most);
        return parsed(
                key,
                defaultValue,
                rule,
                value -> duration(value)
                        .filter(duration -> duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0));
    }

    /** An absolute http or https address, without user, query or fragment; a trailing slash is dropped. */
    public URI httpAddress(String key, String defaultValue) {
        return parsed(
                key,
                URI.create(defaultValue),
                "must be an http or https address without query",
                value -> httpAddress(value.replaceAll("/+$", "")).filter(address -> address.getQuery() == null));
    }

    /** Whether nobody in between can read along: the address is https, or this machine's own. */
    public static boolean isPrivate(URI address) {
        return "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && isThisMachine(address.getHost()));
    }

    /** Whether a host's name or address is the loopback one. */
    public static boolean isThisMachine(@Nullable String host) {
        return host != null && host.matches("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");
    }

    /** As {@link #httpAddress}, but a query may follow, and there is no default. */
    public @Nullable URI httpAddressWithQuery(String key) {
        return text(key).isEmpty()
                ? null
                : parsed(
                        key,
                        URI.create("http://localhost"),
                        "must be an http or https address",
                        Environment::httpAddress);
    }

    /** Without a user: a password in it would be printed with the address. */
    private static Optional<URI> httpAddress(String value) {
        URI address = URI.create(value);
        boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        boolean plain = address.getRawUserInfo() == null && address.getFragment() == null && address.getHost() != null;
        return http && plain && address.getPort() <= 65_535 ? Optional.of(address) : Optional.empty();
    }

    /** One of an enum's constants, written in lower case. */
    public <E extends Enum<E>> E oneOf(String key, E defaultValue) {
        E[] constants = defaultValue.getDeclaringClass().getEnumConstants();
        String names = Stream.of(constants).map(Environment::wire).collect(Collectors.joining(", "));
        return parsed(
                key,
                defaultValue,
                "must be one of " + names,
                value -> Stream.of(constants)
                        .filter(constant -> wire(constant).equals(value.toLowerCase(Locale.ROOT)))
                        .findFirst());
    }

    /** Notes a problem that only a feature can see, for instance a rule over several keys. */
    public void problem(String key, String rule) {
        problems.add(key + " " + rule);
    }

    /** Every problem found so far, in the order of reading. Empty when the environment is sound. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    private <T> T parsed(String key, T defaultValue, String rule, Parser<T> parser) {
        Optional<String> value = text(key);
        if (value.isEmpty()) {
            return defaultValue;
        }
        Optional<T> parsed;
        try {
            parsed = parser.parse(value.get());
        } catch (IllegalArgumentException | DateTimeParseException _) {
            parsed = Optional.empty();
        }
        if (parsed.isEmpty()) {
            problem(key, rule);
        }
        return parsed.orElse(defaultValue);
    }

    private static Optional<Duration> duration(String value) {
        var simple = SIMPLE_DURATION.matcher(value);
        if (!simple.matches()) {
            return Optional.of(Duration.parse(value));
        }
        long amount = Long.parseLong(simple.group(1));
        return Optional.of(
                switch (simple.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    case "d" -> Duration.ofDays(amount);
                    case null, default -> Duration.ofSeconds(amount);
                });
    }

    private static String text(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    private static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private interface Parser<T> {
        Optional<T> parse(String value);
    }
}
