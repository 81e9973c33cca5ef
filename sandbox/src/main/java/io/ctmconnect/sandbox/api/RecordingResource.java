package io.ctmconnect.sandbox.api;

import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.recording.Links;
import io.ctmconnect.sandbox.world.Account;

import java.util.Map;

/** {@code /accounts/:id/calls/:sid/recording}: sends to the storage, by a link that needs no credentials. */
final class RecordingResource implements Resource {

    private final Links links;

    RecordingResource(Links links) {
        this.links = links;
    }

    @Override
    public void addTo(Routes routes) {
        String recording = "/accounts/{account}/calls/{sid}/recording";
        routes.add("GET", recording, call -> send(call, "wav"))
                .add("GET", recording + ".mp3", call -> send(call, "mp3"));
    }

    private Response send(ApiCall call, String format) throws Refused {
        Account account = call.account();
        return call.world()
                .log(account)
                .findBySid(call.var("sid"))
                .filter(activity -> !activity.text("audio").isEmpty())
                .map(activity -> links.to(call.request().origin(), account.id(), activity.id(), format))
                .map(link -> new Response(
                        call.behaviour().recordingRedirect(),
                        Map.of("Location", link, "Content-Type", "text/html"),
                        ""))
                .orElseGet(() -> Response.reason(404, "recording not found"));
    }
}
