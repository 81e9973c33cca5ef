package io.ctmconnect.bench;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The figures of one recording.
 *
 * @param heap of the service while its bytes are taken slowly, a MiB between two full collections
 * @param direct median time of taking it from the storage
 * @param through median time of taking it through the service, in turns with the other
 * @param range what a range of it was answered with
 */
record RecordingRun(long bytes, HeapWatch heap, Duration direct, Duration through, String range) {
    private static final int RUNS = 11;
    private static final int MEBIBYTE = 1 << 20;
    private static final int FROM = 1_000_001;
    private static final int TO = 3_000_000;

    static RecordingRun of(Ctm ctm, Service service, JsonNode call) throws Exception {
        String id = call.path("id").asText();
        URI link = ctm.recordingLink(call.path("sid").asText());
        long bytes = take(service.recording(id).body());
        List<Duration> direct = new ArrayList<>();
        List<Duration> through = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            direct.add(Stopwatch.time(() -> take(link.toURL().openStream())));
            through.add(Stopwatch.time(() -> take(service.recording(id).body())));
        }
        return new RecordingRun(
                bytes, heap(service, id), Figures.median(direct), Figures.median(through), range(service, id, link));
    }

    private static long take(InputStream recording) throws IOException {
        try (recording) {
            return recording.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static HeapWatch heap(Service service, String id) throws IOException, InterruptedException {
        try (Heap heap = service.heap()) {
            long before = heap.live();
            HeapWatch watch = new HeapWatch(before, before, 0);
            try (InputStream recording = service.recording(id).body()) {
                while (recording.readNBytes(MEBIBYTE).length > 0) {
                    watch = watch.and(heap.live());
                }
            }
            return watch;
        }
    }

    private static String range(Service service, String id, URI link) throws IOException, InterruptedException {
        HttpResponse<InputStream> part = service.recording(id, "Range", "bytes=" + FROM + "-" + TO);
        byte[] stored;
        try (InputStream whole = link.toURL().openStream()) {
            stored = Arrays.copyOfRange(whole.readNBytes(TO + 1), FROM, TO + 1);
        }
        try (InputStream body = part.body()) {
            boolean isSame = Arrays.equals(body.readAllBytes(), stored);
            return part.statusCode() + (isSame ? ", the right bytes" : ", other bytes");
        }
    }
}
