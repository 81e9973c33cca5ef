package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.ctmconnect.it.World.Connected;
import org.junit.jupiter.api.Test;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The overview in the console. */
class ConsoleOverviewIT extends InConsole {
    private Locator tile(String name) {
        return page.locator(".tile")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(name, new Page.GetByTextOptions().setExact(true))))
                .locator(".value");
    }

    private Locator chart() {
        return page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName(Pattern.compile("^Calls by ")));
    }

    @Test
    void theTilesAreTheSummarysOfThePeriod() {
        Connected connected = configured();
        JsonNode summary = connected
                .get("/accounts/482913/calls/summary?start_date=2026-03-25&end_date=2026-03-31")
                .data();
        signIn(connected.account(), "overview");
        page.getByLabel("Period").selectOption("7d");

        assertThat(tile("Calls")).hasText(written(summary, "total_calls"));
        assertThat(tile("Answered")).hasText(written(summary, "answered_calls"));
        assertThat(tile("Missed")).hasText(written(summary, "missed_calls"));
        assertThat(tile("First-time callers")).hasText(written(summary, "first_time_callers"));
        assertThat(page.getByText("compared with the 7 days before")).isVisible();
    }

    private static String written(JsonNode summary, String field) {
        return NumberFormat.getIntegerInstance(Locale.US)
                .format(summary.path(field).asLong());
    }

    @Test
    void theIntervalIsChosenAndKept() {
        signIn(configured().account(), "overview?start=2026-03-02&end=2026-03-31");
        assertThat(chart()).hasAttribute("aria-label", Pattern.compile("^Calls by day, 30 bars.*"));

        page.getByText("Week", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(chart()).hasAttribute("aria-label", Pattern.compile("^Calls by week, 5 bars.*"));
        page.reload();

        assertThat(chart()).hasAttribute("aria-label", Pattern.compile("^Calls by week, 5 bars.*"));
    }

    @Test
    void theChartIsReadByKeyboardAndAsATable() {
        signIn(configured().account(), "overview?start=2026-03-02&end=2026-03-31");
        chart().focus();
        page.keyboard().press("End");
        assertThat(page.locator(".chart-tip")).containsText("Tue, Mar 31");

        page.getByText("Show as table").click();

        assertThat(page.locator("details.as-table tbody tr")).hasCount(30);
    }

    @Test
    void aSourceLeadsToItsCalls() {
        signIn(configured().account(), "overview");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Google Ads"))
                .click();

        assertThat(field("Source")).hasValue("Google Ads");
        assertThat(rows().first()).containsText("Google Ads");
    }

    @Test
    void aCtmThatIsDownIsSaidAndTriedAgain() {
        String account = configured().account();
        WORLD.control.fault("{\"kind\":\"status\",\"code\":503,\"match\":{\"path\":\"/calls\"}}");
        signIn(account, "overview");
        assertThat(page.getByText("CallTrackingMetrics does not answer")).hasCount(2);

        WORLD.control.clearFaults();
        button("Try again").first().click();

        assertThat(tile("Calls")).hasText(Pattern.compile("[0-9,]+"));
    }

    @Test
    void aPeriodWithoutCallsIsEmpty() {
        signIn(configured().account(), "overview?start=2024-03-02&end=2024-03-04");

        assertThat(page.getByText("No calls in this period")).hasCount(2);
        assertThat(tile("Calls")).hasText("0");
        assertThat(tile("Answer rate")).hasText("–");
    }
}
