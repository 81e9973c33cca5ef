package io.ctmconnect.trackers;

import io.ctmconnect.ctm.CtmNumber;
import io.ctmconnect.ctm.CtmRoute;
import io.ctmconnect.ctm.CtmSource;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** Numbers and sources of CTM, for the tests of this package. */
final class Numbers {
    static final CtmRoute DESK = new CtmRoute(
            "receiving_number", "simultaneous", List.of(new CtmRoute.Target("RPN1", "Front desk", "+14105550177")));
    static final CtmRoute MENU =
            new CtmRoute("voice_menu", null, List.of(new CtmRoute.Target("VOM1", "Main menu", null)));

    private Numbers() {}

    static CtmNumber number(String id, @Nullable String source, @Nullable CtmRoute route) {
        String sourceName = source == null ? null : "Google Ads";
        return new CtmNumber(id, "Ads landing page", "+12025550143", "(202) 555-0143", true, source, sourceName, route);
    }

    static CtmNumber bare(String id) {
        return new CtmNumber(id, null, null, null, null, null, null, null);
    }

    static CtmSource source(String id, String name) {
        return new CtmSource(
                id, "71502", name, "482913", null, null, null, "gclid=.+", null, 1L, true, null, null, "off");
    }
}
