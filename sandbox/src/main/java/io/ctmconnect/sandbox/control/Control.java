package io.ctmconnect.sandbox.control;

import io.ctmconnect.sandbox.behaviour.Switches;
import io.ctmconnect.sandbox.fault.Faults;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Request;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.http.Router;
import io.ctmconnect.sandbox.journal.Journal;
import io.ctmconnect.sandbox.seed.CallFactory;
import io.ctmconnect.sandbox.seed.LiveWorld;

import java.util.List;

/** The routes that steer the sandbox. They need no credentials. */
public final class Control {

    /** Where they begin. */
    public static final String PREFIX = "/_sandbox";

    private final Router<Lever> router = new Router<>();

    /** Control over all parts of a sandbox. */
    public Control(LiveWorld world, Switches switches, Faults faults, Journal journal, CallFactory factory) {
        List<Levers> all = List.of(
                new IndexLevers(world),
                new SettingsLevers(switches, () -> {
                    world.reset();
                    switches.reset();
                    faults.clear();
                    journal.clear();
                }),
                new FaultLevers(faults),
                new JournalLevers(journal),
                new LoginLevers(world),
                new CallLevers(world, factory));
        all.forEach(levers -> levers.addTo(router));
    }

    /** The answer to a request under {@link #PREFIX}. */
    public Response answer(Request request) throws Refused {
        Router.Match<Lever> match = router.find(request.method(), request.path().substring(PREFIX.length()))
                .orElseThrow(() -> new Refused(Response.error(404, "no such control route, see GET " + PREFIX)));
        return match.endpoint().pull(request, match.vars());
    }
}
