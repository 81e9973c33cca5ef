package io.ctmconnect.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.ctmconnect.sandbox.api.Api;
import io.ctmconnect.sandbox.control.Control;
import io.ctmconnect.sandbox.fault.Delivery;
import io.ctmconnect.sandbox.fault.Effect;
import io.ctmconnect.sandbox.fault.Fault;
import io.ctmconnect.sandbox.fault.Faults;
import io.ctmconnect.sandbox.fcm.Fcm;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Request;
import io.ctmconnect.sandbox.http.RequestReader;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.journal.Journal;
import io.ctmconnect.sandbox.world.Identity;

import java.io.IOException;
import java.util.Optional;

/** Receives every request: control is answered plainly, the API through faults and journal, FCM through faults. */
final class Front implements HttpHandler {

    private final Api api;
    private final Control control;
    private final Fcm fcm;
    private final Faults faults;
    private final Journal journal;

    Front(Api api, Control control, Fcm fcm, Faults faults, Journal journal) {
        this.api = api;
        this.control = control;
        this.fcm = fcm;
        this.faults = faults;
        this.journal = journal;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            receive(exchange);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        try {
            Request request = RequestReader.read(exchange);
            if (isUnder(Api.PREFIX, request)) {
                serve(exchange, request);
            } else if (isUnder(Control.PREFIX, request)) {
                Delivery.send(exchange, control.answer(request));
            } else if (fcm.owns(request.path())) {
                push(exchange, request);
            } else {
                throw new Refused(Response.reason(404, "not found"));
            }
        } catch (Refused refused) {
            Delivery.send(exchange, refused.response());
        }
    }

    private void push(HttpExchange exchange, Request request) throws IOException {
        Optional<Effect> effect = faults.strikeByPath(request).map(Fault::effect);
        Response response = effect.flatMap(Effect::instead).orElseGet(() -> fcm.answer(request));
        if (effect.isPresent()) {
            Delivery.send(exchange, response, effect.get());
        } else {
            Delivery.send(exchange, response);
        }
    }

    private static boolean isUnder(String prefix, Request request) {
        return (request.path() + "/").startsWith(prefix + "/");
    }

    private void serve(HttpExchange exchange, Request request) throws IOException {
        Optional<Identity> caller = api.identify(request);
        Optional<Fault> fault = faults.strike(request);
        Response response =
                fault.flatMap(struck -> struck.effect().instead()).orElseGet(() -> api.answer(request, caller));
        String who = caller.map(Identity::label).orElse("nobody");
        journal.add(request, who, response.status(), fault.map(Fault::kind).orElse(""));
        if (fault.isPresent()) {
            Delivery.send(exchange, response, fault.get().effect());
        } else {
            Delivery.send(exchange, response);
        }
    }
}
