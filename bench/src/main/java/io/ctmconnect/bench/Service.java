package io.ctmconnect.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The packaged service in a process of its own, connected to the simulated CTM. */
final class Service implements AutoCloseable {
    /** Requests per second to CTM: more than any run makes. */
    static final int NO_LIMIT = 10_000;

    private static final String BASE = "/v1/e/calltrackingmetrics";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ServiceProcess process;
    private final String connection;

    private Service(ServiceProcess process) throws IOException, InterruptedException {
        this.process = process;
        this.connection = connect(Token.ACCOUNT);
    }

    static Service start(ServiceOptions options, Ctm ctm, int requestsPerSecond)
            throws IOException, InterruptedException {
        return start(options, ServiceProcess.Setting.of(ctm.apiBaseUrl(), requestsPerSecond));
    }

    static Service start(ServiceOptions options, ServiceProcess.Setting setting)
            throws IOException, InterruptedException {
        ServiceProcess process = ServiceProcess.start(options, setting);
        try {
            return new Service(process);
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private String connect(String account) throws IOException, InterruptedException {
        String login = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(Ctm.USER, Ctm.PASSWORD);
        return data(request("/auth", account)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(login)))
                .path("id")
                .asText();
    }

    Heap heap() throws IOException {
        return Heap.of(process.id());
    }

    /** The {@code data} of a route of the account's calls. */
    JsonNode calls(String path) throws IOException, InterruptedException {
        return data(request(callsPath() + path));
    }

    /** The recording of a call, or the range of it that a header names. */
    HttpResponse<InputStream> recording(String call, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(callsPath() + "/" + call + "/recording");
        return http.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofInputStream());
    }

    /** Subscribes a platform account's campaign to a CTM account's calls; answers CTM's id of the webhook. */
    String subscribe(String account, String campaign, String ctmAccount) throws IOException, InterruptedException {
        String body = ("{\"campaign_id\":\"%s\",\"calltracking_account_id\":\"%s\","
                        + "\"events\":[\"call.completed\",\"call.received\"]}")
                .formatted(campaign, ctmAccount);
        return data(request("/" + connect(account) + "/webhook", account)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .path("webhook_id")
                .asText();
    }

    /** The process. */
    ServiceProcess process() {
        return process;
    }

    /** The address of the account's list of calls. */
    URI calls() {
        return URI.create("http://127.0.0.1:" + process.port() + BASE + callsPath());
    }

    private String callsPath() {
        return "/" + connection + "/accounts/" + Ctm.ACCOUNT + "/calls";
    }

    private HttpRequest.Builder request(String path) {
        return request(path, Token.ACCOUNT);
    }

    private HttpRequest.Builder request(String path, String account) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + process.port() + BASE + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + Token.of(ServiceProcess.JWT_SECRET, account));
    }

    private JsonNode data(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.build(), BodyHandlers.ofByteArray());
        JsonNode answer = JSON.readTree(response.body());
        if (response.statusCode() != 200) {
            throw new IOException("the service answered " + answer);
        }
        return answer.path("data");
    }

    @Override
    public void close() {
        http.close();
        process.close();
    }
}
