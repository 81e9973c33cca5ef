package io.ctmconnect.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.ctmconnect.sandbox.api.Api;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Request;
import io.ctmconnect.sandbox.http.RequestReader;
import io.ctmconnect.sandbox.http.Response;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Receives every request. */
final class Front implements HttpHandler {

    private final Api api;

    Front(Api api) {
        this.api = api;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Response response = answer(exchange);
            response.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Response answer(HttpExchange exchange) throws IOException {
        try {
            Request request = RequestReader.read(exchange);
            return request.path().startsWith(Api.PREFIX + "/")
                    ? api.answer(request, api.identify(request))
                    : Response.reason(404, "not found");
        } catch (Refused refused) {
            return refused.response();
        }
    }
}
