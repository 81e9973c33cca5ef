package io.ctmconnect.sandbox.control;

import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Request;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.http.Router;

import java.util.List;

/** The routes that steer the sandbox. They need no credentials. */
public final class Control {

    /** Where they begin. */
    public static final String PREFIX = "/_sandbox";

    private final Router<Lever> router = new Router<>();

    /** Control over all parts of a sandbox. */
    public Control(Reach reach) {
        List<Levers> all = List.of(
                new IndexLevers(reach.world()),
                new SettingsLevers(reach.switches(), reach::reset),
                new FaultLevers(reach.faults()),
                new JournalLevers(reach.journal()),
                new LoginLevers(reach.world()),
                new CallLevers(reach.world(), reach.calls()),
                new HookLevers(reach.world(), reach.hooks(), reach.live()),
                new FcmLevers(reach.fcm()),
                new MailLevers(reach.mail()));
        all.forEach(levers -> levers.addTo(router));
    }

    /** The answer to a request under {@link #PREFIX}. */
    public Response answer(Request request) throws Refused {
        Router.Match<Lever> match = router.find(request.method(), request.path().substring(PREFIX.length()))
                .orElseThrow(() -> new Refused(Response.error(404, "no such control route, see GET " + PREFIX)));
        return match.endpoint().pull(request, match.vars());
    }
}
