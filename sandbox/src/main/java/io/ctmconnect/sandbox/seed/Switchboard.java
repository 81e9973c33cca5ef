package io.ctmconnect.sandbox.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.phone.PhoneNumber;
import io.ctmconnect.sandbox.world.CallRoute;
import io.ctmconnect.sandbox.world.Destination;
import io.ctmconnect.sandbox.world.OpaqueId;
import io.ctmconnect.sandbox.world.ReceivingNumber;
import io.ctmconnect.sandbox.world.Shelf;
import io.ctmconnect.sandbox.world.Source;
import io.ctmconnect.sandbox.world.Telephony;
import io.ctmconnect.sandbox.world.TrackingNumber;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The numbers, sources and routes of an account: those that its calls name, and four numbers and a source more, so that
 * there is a shared source, one without a number, a number without a source, one routed to a menu and one that is
 * switched off.
 */
final class Switchboard {

    /** Sources that calls come from take the places 1 to 7 of an account's ids. */
    private static final int UNUSED_PLACE = 8;

    private final Profile profile;

    private Switchboard(Profile profile) {
        this.profile = profile;
    }

    static Telephony of(Profile profile) {
        Switchboard board = new Switchboard(profile);
        return new Telephony(
                profile.account().id(),
                new Shelf<>(board.numbers()),
                new Shelf<>(List.of(board.desk())),
                new Shelf<>(board.sources()),
                board.destinations(),
                new AtomicInteger());
    }

    private ReceivingNumber desk() {
        PhoneNumber number = new PhoneNumber(profile.desk().e164());
        return new ReceivingNumber(profile.deskSid(), profile.deskId(), number, "Front desk");
    }

    private List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        for (Line line : profile.lines()) {
            Origin origin = line.origin();
            ObjectNode fields = fields(origin.name(), sources.size() + 1, origin.online());
            fields.put("referring_url", origin.referrer().replaceAll("https://|/", ""))
                    .put("landing_url", origin.paid() ? "gclid=.+" : "");
            sources.add(new Source(origin.sid(), origin.filterId(), fields));
        }
        String sid = OpaqueId.of("TSO", profile.account().id() + "/" + UNUSED_PLACE);
        ObjectNode radio = fields("Radio", UNUSED_PLACE, false);
        sources.add(new Source(sid, firstId() + UNUSED_PLACE, radio));
        return sources;
    }

    private static ObjectNode fields(String name, int position, boolean online) {
        return Json.object()
                .put("name", name)
                .put("description", "")
                .put("referring_url", "")
                .putNull("not_referrer_url")
                .put("landing_url", "")
                .putNull("not_landing_url")
                .put("position", position)
                .put("online", online)
                .put("crm_tag", "");
    }

    private List<TrackingNumber> numbers() {
        CallRoute toDesk = new CallRoute.Numbers(List.of(profile.deskSid()));
        List<TrackingNumber> numbers = new ArrayList<>();
        for (Line line : profile.lines()) {
            numbers.add(number(line, toDesk));
        }
        String busiest = profile.lines().getFirst().origin().sid();
        String direct = profile.lines().get(5).origin().sid();
        TrackingNumber.Setup setup = TrackingNumber.Setup.NEW.to(toDesk);
        numbers.add(extra(73, setup.named("Ads landing page").in(busiest)));
        numbers.add(extra(83, setup.named("Spare line")));
        CallRoute toMenu = new CallRoute.To(destinations().getFirst());
        numbers.add(extra(93, setup.named("Office menu").in(direct).to(toMenu)));
        numbers.add(extra(98, setup.named("Old flyer").in(direct).active(false)));
        return numbers;
    }

    private TrackingNumber number(Line line, CallRoute route) {
        TrackingNumber.Setup setup = TrackingNumber.Setup.NEW
                .named(line.label())
                .in(line.origin().sid())
                .to(route);
        PhoneNumber number = new PhoneNumber(line.phone().e164());
        return new TrackingNumber(
                line.sid(), line.filterId(), number, false, profile.account().created(), setup);
    }

    private TrackingNumber extra(int line, TrackingNumber.Setup setup) {
        Phone phone = new Phone(profile.lines().getFirst().phone().area(), line);
        return new TrackingNumber(
                OpaqueId.of("TPN", profile.account().id() + "/extra/" + line),
                firstId() * 10 + 600_000 + line,
                new PhoneNumber(phone.e164()),
                false,
                profile.account().created().plus(Duration.ofDays(line)),
                setup);
    }

    private List<Destination> destinations() {
        List<Destination> all = new ArrayList<>();
        all.add(destination("voice_menu", "VOM", "Main menu"));
        all.add(destination("geo_config", "GEO", "Nearest office"));
        all.add(destination("call_queue", "CQU", "Main queue"));
        profile.agents().forEach(agent -> all.add(new Destination("call_agent", agent.id(), agent.name())));
        return List.copyOf(all);
    }

    private Destination destination(String kind, String prefix, String name) {
        return new Destination(kind, OpaqueId.shorter(prefix, profile.account().id() + name), name);
    }

    /** What the integer ids of the account's sources begin with. */
    private long firstId() {
        return profile.account().id() % 10_000 * 10;
    }
}
