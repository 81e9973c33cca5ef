package io.ctmconnect.notifications;

import io.ctmconnect.platform.NotificationPreferences.Channel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.function.Supplier;

/** Counts notices by channel and what became of them; never by whom they are for. */
@Singleton
class NoticeMetrics {
    private final MeterRegistry metrics;

    NoticeMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** A decision about one recipient and channel: {@code queued}, {@code muted} by a preference, or channel {@code off}. */
    void decided(Channel channel, String decision) {
        metrics.counter("notices", "channel", channel.key(), "decision", decision)
                .increment();
    }

    /** Measures one sending. */
    SendResult timed(Channel channel, Supplier<SendResult> sending) {
        long started = System.nanoTime();
        SendResult result = sending.get();
        Timer.builder("notices.sends")
                .description("Notices sent, by channel and outcome; every try and every browser counts")
                .tag("channel", channel.key())
                .tag("outcome", result.label())
                .register(metrics)
                .record(Duration.ofNanos(System.nanoTime() - started));
        return result;
    }
}
