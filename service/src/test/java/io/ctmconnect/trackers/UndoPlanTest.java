package io.ctmconnect.trackers;

import io.ctmconnect.ctm.CtmNumber;
import io.ctmconnect.ctm.CtmRoute;
import io.ctmconnect.ctm.RouteOrder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class UndoPlanTest {
    private static final CtmNumber FORMER = Numbers.number("TPN1", "TSO1", Numbers.MENU);
    private static final CtmNumber WITHOUT_SOURCE = Numbers.number("TPN1", null, null);
    private static final Deed CREATED = new Deed.Creation("Radio", Set.of("TSO1"), "TSO2");

    private static UndoPlan attached(CtmNumber former, boolean sure) {
        return UndoPlan.of(List.of(CREATED, new Deed.Attachment(former, "TSO2", sure)));
    }

    private static UndoPlan routed(CtmNumber former, boolean sure) {
        return UndoPlan.of(List.of(
                CREATED, new Deed.Attachment(former, "TSO2", true), new Deed.Routing(former, "+14105550177", sure)));
    }

    private static CtmNumber now(@Nullable String source, @Nullable CtmRoute route) {
        return Numbers.number("TPN1", source, route);
    }

    @Test
    void nothingDoneIsNothingToUndo() {
        UndoPlan plan = UndoPlan.of(List.of());

        assertThat(plan).isEqualTo(new UndoPlan(null, null, null, null));
        assertThat(plan.former()).isEmpty();
        assertThat(plan.sourceToGiveBack(null)).isEmpty();
        assertThat(plan.routeToGiveBack(null)).isEmpty();
    }

    @Test
    void everyDeedIsInThePlan() {
        Deed.Purchase bought = new Deed.Purchase("+14435550188", "TPN1");

        UndoPlan plan = UndoPlan.of(List.of(bought, CREATED, new Deed.Attachment(FORMER, "TSO2", true)));

        assertThat(plan.purchase()).isEqualTo(bought);
        assertThat(plan.creation()).isEqualTo(CREATED);
        assertThat(plan.former()).contains(FORMER);
        assertThat(plan.routing()).isNull();
    }

    @Test
    void aNumberGoesBackToItsSourceIfItHasLeftIt() {
        assertThat(attached(FORMER, true).sourceToGiveBack(now("TSO2", null))).contains("TSO1");
        assertThat(attached(FORMER, false).sourceToGiveBack(now("TSO2", null))).contains("TSO1");
        assertThat(attached(FORMER, true).sourceToGiveBack(now("TSO1", null))).isEmpty();
        assertThat(attached(FORMER, false).sourceToGiveBack(now("TSO1", null))).isEmpty();
    }

    @Test
    void whereCtmCannotBeAskedItsWordCounts() {
        assertThat(attached(FORMER, true).sourceToGiveBack(null)).contains("TSO1");
        assertThat(attached(FORMER, false).sourceToGiveBack(null)).isEmpty();
        assertThat(routed(FORMER, true).routeToGiveBack(null)).isPresent();
        assertThat(routed(FORMER, false).routeToGiveBack(null)).isEmpty();
    }

    @Test
    void aNumberThatHadNoSourceHasNoneToGoBackTo() {
        assertThat(attached(WITHOUT_SOURCE, true).sourceToGiveBack(now("TSO2", null)))
                .isEmpty();
    }

    @Test
    void aNumberIsRoutedBackIfItsRouteHasChanged() {
        RouteOrder back = RouteOrder.backTo(Numbers.MENU).orElseThrow();

        assertThat(routed(FORMER, true).routeToGiveBack(now("TSO2", Numbers.DESK)))
                .contains(back);
        assertThat(routed(FORMER, false).routeToGiveBack(now("TSO2", Numbers.DESK)))
                .contains(back);
        assertThat(routed(FORMER, false).routeToGiveBack(now("TSO2", Numbers.MENU)))
                .isEmpty();
        assertThat(attached(FORMER, true).routeToGiveBack(now("TSO2", Numbers.DESK)))
                .as("routing was not begun")
                .isEmpty();
        assertThat(routed(WITHOUT_SOURCE, true).routeToGiveBack(now(null, Numbers.DESK)))
                .as("there is no way to route to nothing")
                .isEmpty();
    }

    @Test
    void routesAreComparedByWhereCallsGo() {
        CtmRoute renamed = new CtmRoute(
                "receiving_number", "simultaneous", List.of(new CtmRoute.Target("RPN1", "Reception", "+14105550177")));
        CtmRoute inTurn = new CtmRoute("receiving_number", "round_robin", renamed.targets());
        CtmRoute none = new CtmRoute("receiving_number", "simultaneous", List.of());

        assertThat(Routes.same(Numbers.DESK, renamed)).isTrue();
        assertThat(Routes.same(Numbers.DESK, inTurn)).isFalse();
        assertThat(Routes.same(Numbers.DESK, Numbers.MENU)).isFalse();
        assertThat(Routes.same(Numbers.DESK, null)).isFalse();
        assertThat(Routes.same(none, null)).isTrue();
        assertThat(Routes.same(none, Numbers.DESK)).isFalse();
    }
}
