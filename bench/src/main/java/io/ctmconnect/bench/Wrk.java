package io.ctmconnect.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the load generator {@code wrk} has seen.
 *
 * @param failures answers that were no 2xx or 3xx, and connections that broke or were silent
 */
record Wrk(double perSecond, Duration median, Duration most, long failures) {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern MEDIAN = Pattern.compile("50%\\s+([\\d.]+)(us|ms|s|m)\\b");
    private static final Pattern MOST = Pattern.compile("99%\\s+([\\d.]+)(us|ms|s|m)\\b");
    private static final Pattern NO_SUCCESS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern BROKEN =
            Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");
    private static final Map<String, Double> MICROSECONDS = Map.of("us", 1.0, "ms", 1e3, "s", 1e6, "m", 60e6);

    /** Asks for an address for so long, over so many connections, from a core. */
    static Wrk get(URI address, String token, int connections, Duration time, int core) throws IOException {
        return read(Pinned.output(
                core,
                List.of(
                        "wrk",
                        "--threads",
                        "1",
                        "--connections",
                        String.valueOf(connections),
                        "--duration",
                        time.toSeconds() + "s",
                        "--timeout",
                        "10s",
                        "--latency",
                        "--header",
                        "Authorization: Bearer " + token,
                        address.toString())));
    }

    static Wrk read(String output) {
        return new Wrk(
                Double.parseDouble(match(RATE, output).group(1)),
                time(match(MEDIAN, output)),
                time(match(MOST, output)),
                sum(NO_SUCCESS.matcher(output)) + sum(BROKEN.matcher(output)));
    }

    private static Matcher match(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IllegalArgumentException("wrk has no " + pattern + ": " + output);
        }
        return matcher;
    }

    private static Duration time(Matcher matcher) {
        return Duration.ofNanos(Math.round(Double.parseDouble(matcher.group(1))
                * Objects.requireNonNull(MICROSECONDS.get(matcher.group(2)))
                * 1000));
    }

    private static long sum(Matcher matcher) {
        long sum = 0;
        if (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                sum += Long.parseLong(matcher.group(group));
            }
        }
        return sum;
    }

    String times() {
        return Figures.milliseconds(median) + ", " + Figures.milliseconds(most);
    }
}
