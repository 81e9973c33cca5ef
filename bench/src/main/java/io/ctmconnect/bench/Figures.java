package io.ctmconnect.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How figures are summed up and written. */
final class Figures {
    private static final double MEBIBYTE = 1 << 20;

    private Figures() {}

    static Duration median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    static String seconds(Duration time) {
        return decimal("%.2f s", time.toNanos() / 1e9);
    }

    static String milliseconds(Duration time) {
        return decimal("%.1f ms", time.toNanos() / 1e6);
    }

    static String perSecond(long number, Duration time) {
        return decimal("%.0f", number / (time.toNanos() / 1e9));
    }

    static String mebibytes(long bytes) {
        return decimal("%.1f MiB", bytes / MEBIBYTE);
    }

    static String throughput(long bytes, Duration time) {
        return decimal("%.0f MiB/s", bytes / MEBIBYTE / (time.toNanos() / 1e9));
    }

    static String ratio(Duration part, Duration whole) {
        return ratio(part.toNanos(), whole.toNanos());
    }

    static String ratio(long part, long whole) {
        return decimal("%.2f", (double) part / whole);
    }

    static String ratio(double ratio) {
        return decimal("%.2f", ratio);
    }

    static String whole(double number) {
        return decimal("%.0f", number);
    }

    private static String decimal(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
