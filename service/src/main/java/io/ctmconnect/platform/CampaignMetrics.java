package io.ctmconnect.platform;

import org.jspecify.annotations.Nullable;

import java.util.stream.Stream;

/**
 * The sums of a campaign's calls, as the platform keeps them in {@code metrics}.
 *
 * @param totalCalls all calls, those that still go on included
 * @param missedCalls finished inbound calls that nobody answered
 * @param totalDuration seconds, ringing included
 * @param timedCalls finished calls whose duration CTM gives: the average is over these. Ours, not the platform's
 * @param lastCallAt when the latest call began, epoch seconds; null without calls
 */
public record CampaignMetrics(
        long totalCalls,
        long answeredCalls,
        long missedCalls,
        long failedCalls,
        long canceledCalls,
        long totalDuration,
        long timedCalls,
        @Nullable Long lastCallAt) {
    /** Of no call. */
    public static final CampaignMetrics NONE = new CampaignMetrics(0, 0, 0, 0, 0, 0, 0, null);

    /** The sums of both; the later of the two last calls. */
    public CampaignMetrics plus(CampaignMetrics other) {
        return added(other, 1);
    }

    /** These without the other's; the later of the two last calls, as a maximum cannot be taken back. */
    public CampaignMetrics minus(CampaignMetrics other) {
        return added(other, -1);
    }

    /** Seconds, rounded half up; 0 without calls. */
    public long averageDuration() {
        return timedCalls == 0 ? 0 : (2 * totalDuration + timedCalls) / (2 * timedCalls);
    }

    private CampaignMetrics added(CampaignMetrics other, int times) {
        return new CampaignMetrics(
                totalCalls + times * other.totalCalls,
                answeredCalls + times * other.answeredCalls,
                missedCalls + times * other.missedCalls,
                failedCalls + times * other.failedCalls,
                canceledCalls + times * other.canceledCalls,
                totalDuration + times * other.totalDuration,
                timedCalls + times * other.timedCalls,
                later(lastCallAt, other.lastCallAt));
    }

    private static @Nullable Long later(@Nullable Long one, @Nullable Long other) {
        return Stream.of(one == null ? Long.MIN_VALUE : one, other == null ? Long.MIN_VALUE : other)
                .max(Long::compare)
                .filter(moment -> moment != Long.MIN_VALUE)
                .orElse(null);
    }
}
