package io.ctmconnect.trackers;

import io.ctmconnect.ctm.CtmNumber;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.Standing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives a number its former route and source back, each once, and tells what differs then. */
final class NumberReturn {
    private final TrackerSession session;
    private final UndoPlan plan;
    private final CtmNumber former;

    NumberReturn(TrackerSession session, UndoPlan plan, CtmNumber former) {
        this.session = session;
        this.plan = plan;
        this.former = former;
    }

    void giveBack() {
        CtmNumber now = now().orElse(null);
        plan.routeToGiveBack(now).ifPresent(order -> tried(() -> session.route(former.id(), order)));
        plan.sourceToGiveBack(now).ifPresent(source -> tried(() -> session.attach(source, former.id())));
    }

    private Optional<CtmNumber> now() {
        try {
            return Optional.of(session.number(former.id()));
        } catch (ApiException _) {
            return Optional.empty();
        }
    }

    /** What became of it is seen when the number is compared with what it was. */
    private static void tried(Runnable write) {
        try {
            write.run();
        } catch (ApiException _) {
            // seen in differences
        }
    }

    /** In what the number differs from what it was; all that was done to it when CTM cannot be asked. */
    List<Standing> differences() {
        return now().map(this::differences).orElseGet(this::unknown);
    }

    private List<Standing> differences(CtmNumber now) {
        Stream<Standing> source = plan.attachment() == null || UndoPlan.sameSource(former, now)
                ? Stream.empty()
                : Stream.of(Differences.ofSource(former, now));
        Stream<Standing> route = plan.routing() == null || Routes.same(former.route(), now.route())
                ? Stream.empty()
                : Stream.of(Differences.ofRoute(former, now));
        return Stream.concat(source, route).toList();
    }

    private List<Standing> unknown() {
        return Stream.<Deed>concat(Stream.ofNullable(plan.attachment()), Stream.ofNullable(plan.routing()))
                .map(Deed::standing)
                .map(done -> new Standing(
                        done.type(), done.id(), Deed.UNKNOWN, done.detail() + "; whether that was undone is not known"))
                .toList();
    }
}
