package io.ctmconnect.trackers;

import io.ctmconnect.ctm.CtmNumber;
import io.ctmconnect.ctm.CtmSource;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class TrackerViewsTest {
    private static final CtmNumber NUMBER = Numbers.number("TPN1", "TSO1", Numbers.DESK);
    private static final CtmSource SOURCE = Numbers.source("TSO1", "Google Ads");
    private static final TrackerView VIEW = new TrackerView(
            "TPN1", "TSO1", "Ads landing page", "+12025550143", "(202) 555-0143", "source", "+14105550177", true);

    @Test
    void aNumberIsATracker() {
        assertThat(TrackerView.of(NUMBER)).isEqualTo(VIEW);
        assertThat(TrackerView.of(Numbers.number("TPN1", "TSO1", Numbers.MENU)).destination())
                .isNull();
    }

    @Test
    void whatCtmLeavesOutIsNullOrTheNextBest() {
        assertThat(TrackerView.of(Numbers.bare("TPN1")))
                .isEqualTo(new TrackerView("TPN1", null, null, null, null, "source", null, null));
        CtmNumber unnamed = new CtmNumber("TPN1", null, "+12025550143", null, null, "TSO1", "Google Ads", null);
        assertThat(TrackerView.of(unnamed).name()).isEqualTo("Google Ads");
        assertThat(TrackerView.of(unnamed).formattedNumber()).isEqualTo("(202) 555-0143");
    }

    @Test
    void aSourceWithOneNumberIsShownAsThatNumber() {
        TrackerDetailView view = TrackerDetailView.of(Tracker.of(SOURCE, List.of(NUMBER)));

        assertThat(view.tracker()).isEqualTo(VIEW);
        assertThat(view.routing()).isEqualTo(RoutingView.of(Numbers.DESK));
        assertThat(view.source()).isEqualTo(SourceView.of(SOURCE));
        assertThat(view.numbers()).containsExactly(VIEW);
    }

    @Test
    void anyOtherSourceHasItsOwnIdAndNoNumber() {
        TrackerView source = new TrackerView("TSO1", "TSO1", "Google Ads", null, null, "source", null, true);

        TrackerDetailView shared = TrackerDetailView.of(Tracker.of(SOURCE, List.of(NUMBER, Numbers.bare("TPN2"))));
        TrackerDetailView empty = TrackerDetailView.of(Tracker.of(SOURCE, List.of()));

        assertThat(shared.tracker()).isEqualTo(source);
        assertThat(shared.numbers()).hasSize(2);
        assertThat(empty.tracker()).isEqualTo(source);
        assertThat(empty.routing()).isNull();
        assertThat(empty.numbers()).isEmpty();
    }

    @Test
    void aNumberWithoutSourceIsShownWithoutOne() {
        TrackerDetailView view = TrackerDetailView.of(Tracker.of(Numbers.bare("TPN1")));

        assertThat(view.source()).isNull();
        assertThat(view.numbers()).isEmpty();
    }
}
