package io.ctmconnect.sandbox.control;

import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Params;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.http.Router;
import io.ctmconnect.sandbox.mail.MailSink;

import java.util.Map;
import java.util.Optional;

/** Shows the mail that arrived, and orders faults of its server. */
final class MailLevers implements Levers {

    private final MailSink mail;

    MailLevers(MailSink mail) {
        this.mail = mail;
    }

    @Override
    public void addTo(Router<Lever> router) {
        router.add("GET", "/mail", (request, vars) -> list(request.params()))
                .add("DELETE", "/mail", (request, vars) -> done(mail::forget))
                .add("GET", "/mail/faults", (request, vars) -> Response.ok(mail.failures()))
                .add(
                        "POST",
                        "/mail/faults",
                        (request, vars) ->
                                Response.ok(mail.fail(request.params().tree())))
                .add("DELETE", "/mail/faults", (request, vars) -> done(mail::heal))
                .add("GET", "/mail/{mail}", (request, vars) -> found(mail.page(number(vars))))
                .add("GET", "/mail/{mail}/raw", (request, vars) -> found(mail.raw(number(vars))));
    }

    private Response list(Params params) {
        return Response.ok(
                mail.arrived(params.text("to"), params.positive("since", 0)).put("smtp_port", mail.port()));
    }

    private static long number(Map<String, String> vars) {
        String text = vars.getOrDefault("mail", "");
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private static Response found(Optional<Response> mail) throws Refused {
        return mail.orElseThrow(() -> new Refused(Response.error(404, "no such mail")));
    }

    private static Response done(Runnable change) {
        change.run();
        return Response.ok(Json.object().put("status", "success"));
    }
}
