package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.World.Connected;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A call with a recording of 1 MiB, in the shared world. */
abstract class WithRecording extends InSharedWorld {
    static final String CALLS = "/accounts/482913/calls";
    static final int MEBIBYTE = 1 << 20;

    @AutoClose
    final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Connected connected = WORLD.connect();
    String path = "";

    @BeforeEach
    void connect() {
        connected = WORLD.connect();
        JsonNode call = WORLD.control.post(CALLS, "{\"call_status\":\"answered\"}");
        path = CALLS + "/" + call.path("id").asText();
        String audio =
                WORLD.sandbox.apiBaseUrl() + CALLS + "/" + call.path("sid").asText() + "/recording";
        WORLD.control.post(path, "{\"_method\":\"patch\",\"audio\":\"" + audio + "\"}");
        WORLD.control.settings("{\"recording_mib\":1}");
        WORLD.control.forget();
    }

    HttpResponse<byte[]> fetch(String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = connected.caller().request(Api.BASE + "/" + connected.id() + path + "/recording");
        return http.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
    }

    Reply refused() {
        return connected.get(path + "/recording");
    }

    InputStream open() throws IOException, InterruptedException {
        HttpRequest request = connected
                .caller()
                .request(Api.BASE + "/" + connected.id() + path + "/recording")
                .build();
        return http.send(request, BodyHandlers.ofInputStream()).body();
    }
}
