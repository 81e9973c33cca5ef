package io.ctmconnect.trackers;

import io.ctmconnect.ctm.CtmNumber;
import io.ctmconnect.http.Standing;
import org.jspecify.annotations.Nullable;

/** Says how a number differs from what it was. */
final class Differences {
    private Differences() {}

    static Standing ofSource(CtmNumber former, CtmNumber now) {
        return new Standing(
                Deed.NUMBER,
                former.id(),
                "attached",
                "the number " + former.id() + " " + has(now.sourceId()) + ", before it had "
                        + has(former.sourceId()).substring("has ".length()));
    }

    private static String has(@Nullable String source) {
        return source == null ? "has no source" : "has the source " + source;
    }

    static Standing ofRoute(CtmNumber former, CtmNumber now) {
        return new Standing(
                Deed.NUMBER,
                former.id(),
                "routed",
                "the number " + former.id() + " " + Routes.said("is routed to", now.route()) + ", before it "
                        + Routes.said("was routed to", former.route()));
    }
}
