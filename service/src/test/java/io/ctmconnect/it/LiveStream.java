package io.ctmconnect.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

/** A listener of the live feed. */
final class LiveStream implements AutoCloseable {
    private final HttpClient http;
    private final BufferedReader lines;

    private LiveStream(HttpClient http, InputStream body) {
        this.http = http;
        lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    static LiveStream open(URI service, String jwt, String path, String lastSeen)
            throws IOException, InterruptedException {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(Api.BASE + path))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + jwt);
        if (!lastSeen.isEmpty()) {
            request.header("Last-Event-ID", lastSeen);
        }
        var response = http.send(request.build(), BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return new LiveStream(http, response.body());
    }

    /** The next line that begins with this. */
    String next(String start) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith(start)) {
            line = lines.readLine();
        }
        assertThat(line).isNotNull();
        return String.valueOf(line);
    }

    /** Reads until the service ends the stream, or cuts it. */
    void awaitEnd() {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                assertThat(line).isNotNull();
            }
        } catch (IOException e) {
            assertThat(e).as("the cut of a stream").isNotNull();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
