package io.ctmconnect.bench;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The figures of summaries over a window with many calls, and over the period before with few.
 *
 * @param calls in both periods
 * @param pages of 100 calls that both periods fill
 * @param requests searches of calls that CTM saw for one summary
 * @param atOnce time of a summary when CTM answers at once and the budget does not matter
 * @param direct time of reading the window from CTM one page after another, with all fields, when CTM is slow; not measured
 *     of a large window, in which the sandbox itself is slow
 * @param delayed time of a summary then
 * @param throttled time of a summary then, within the budget of requests
 * @param heap of the service while a summary is made, with CTM answering at once
 */
record SummaryRun(
        long calls,
        long pages,
        int requests,
        Duration atOnce,
        Optional<Duration> direct,
        Duration delayed,
        Duration throttled,
        HeapWatch heap) {

    private static final int PAGE = 100;
    private static final int RUNS = 5;
    private static final int DAYS = 30;
    private static final int MOST_READ_DIRECTLY = 10_000;
    private static final ZoneId ZONE = ZoneId.of("America/Phoenix");

    /** A few in a hundred activities are no calls. */
    private static final double ACTIVITIES_A_CALL = 1.2;

    record Setting(ServiceOptions service, int latency, int rate) {}

    static SummaryRun of(Setting setting, int calls) throws Exception {
        try (Ctm ctm = new Ctm()) {
            int count = (int) (calls * ACTIVITIES_A_CALL);
            ctm.control(
                    "/accounts/" + Ctm.ACCOUNT + "/calls/bulk", "{\"count\":%d,\"days\":%d}".formatted(count, DAYS));
            Duration throttled = throttled(setting, ctm);
            try (Service service = Service.start(setting.service, ctm, Service.NO_LIMIT)) {
                return unlimited(setting, ctm, service, throttled);
            }
        }
    }

    private static Duration throttled(Setting setting, Ctm ctm) throws Exception {
        try (Service service = Service.start(setting.service, ctm, setting.rate)) {
            summary(service);
            ctm.delaySearches(setting.latency);
            Duration time = Stopwatch.time(() -> summary(service));
            ctm.endFaults();
            return time;
        }
    }

    private static SummaryRun unlimited(Setting setting, Ctm ctm, Service service, Duration throttled)
            throws Exception {
        Duration atOnce = Stopwatch.median(RUNS, () -> summary(service));
        ctm.forget();
        JsonNode summary = summary(service);
        int requests = ctm.searches();
        long calls = summary.path("total_calls").asLong();
        long before = summary.at("/previous/total_calls").asLong();
        HeapWatch heap;
        try (Heap looked = service.heap()) {
            heap = HeapWatch.during(looked, () -> summary(service));
        }
        ctm.delaySearches(setting.latency);
        Duration delayed = Stopwatch.time(() -> summary(service));
        Optional<Duration> direct = calls > MOST_READ_DIRECTLY ? Optional.empty() : Optional.of(direct(ctm));
        return new SummaryRun(
                calls + before, pages(calls) + pages(before), requests, atOnce, direct, delayed, throttled, heap);
    }

    private static Duration direct(Ctm ctm) throws Exception {
        String body = window("\"start_date\":\"%s\",\"end_date\":\"%s\"");
        return Stopwatch.time(() -> ctm.readDirectly(body));
    }

    private static JsonNode summary(Service service) throws IOException, InterruptedException {
        JsonNode summary = service.calls(window("/summary?start_date=%s&end_date=%s"));
        if (!summary.path("complete").asBoolean()) {
            throw new IOException("the summary is not complete: " + summary.path("reason"));
        }
        return summary;
    }

    private static String window(String format) {
        LocalDate today = LocalDate.now(ZONE);
        return format.formatted(today.minusDays(DAYS), today);
    }

    private static long pages(long calls) {
        return (calls + PAGE - 1) / PAGE;
    }
}
