package io.ctmconnect.sandbox.api;

import io.ctmconnect.sandbox.behaviour.Behaviour;
import io.ctmconnect.sandbox.behaviour.Switches;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Request;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.http.Router;
import io.ctmconnect.sandbox.recording.Links;
import io.ctmconnect.sandbox.world.Identity;
import io.ctmconnect.sandbox.world.Scope;
import io.ctmconnect.sandbox.world.World;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** CTM's REST API, version 1: finds the route, asks who is calling, counts the request, answers. */
public final class Api {

    /** Where the API begins. */
    public static final String PREFIX = "/api/v1";

    private static final Identity NOBODY = new Identity("nobody", "", new Scope.Agency(0));

    private final Supplier<World> world;
    private final Switches switches;
    private final Clock clock;
    private final RequestLimit limit;
    private final Routes routes = new Routes();

    /** An API over a world that may be replaced at any time. */
    public Api(Supplier<World> world, Switches switches, Clock clock, Links recordings) {
        this.world = world;
        this.switches = switches;
        this.clock = clock;
        this.limit = new RequestLimit(clock);
        List<Resource> resources = List.of(
                new AuthenticationResource(),
                new AccountsResource(),
                new AgencyResource(),
                new CallsResource(),
                new PurchaseResource(),
                new NumbersResource(),
                new RoutingResource(),
                new ReceivingNumbersResource(),
                new SourcesResource(),
                new RecordingResource(recordings),
                new WebhooksResource());
        resources.forEach(resource -> resource.addTo(routes));
    }

    /** Who sent a request, if it proves that. */
    public Optional<Identity> identify(Request request) {
        return Credentials.of(request, world.get().access());
    }

    /** The answer of CTM to a request under {@link #PREFIX}. */
    public Response answer(Request request, Optional<Identity> caller) {
        try {
            return answer(request, caller, switches.now());
        } catch (Refused refused) {
            return refused.response();
        }
    }

    private Response answer(Request request, Optional<Identity> caller, Behaviour behaviour) throws Refused {
        String path = request.path().substring(PREFIX.length());
        Optional<Router.Match<Routes.Route>> match = routes.find(request.method(), path);
        boolean open = match.map(found -> found.endpoint().open()).orElse(false);
        if (!open && caller.isEmpty()) {
            throw new Refused(unauthorized());
        }
        Router.Match<Routes.Route> found = match.orElseThrow(() -> new Refused(Response.reason(404, "not found")));
        Identity identity = caller.orElse(NOBODY);
        limit.count(identity.scope().agencyId(), behaviour);
        ApiCall call = new ApiCall(request, found.vars(), identity, world.get(), behaviour, clock.instant());
        return found.endpoint().endpoint().answer(call);
    }

    /** The answer to a request without valid credentials; its body is a guess. */
    public static Response unauthorized() {
        return Response.error(401, "Unauthorized");
    }
}
