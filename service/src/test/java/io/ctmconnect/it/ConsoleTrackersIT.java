package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.ctmconnect.it.World.Connected;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The trackers in the console. */
class ConsoleTrackersIT extends InConsole {
    private Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    @Test
    void aTrackerIsCreatedChangedAndDeleted() {
        Connected connected = configured();
        signIn(connected.account(), "trackers");
        button("New tracker").click();
        field("Name").fill("Radio spring");
        page.getByText("A number we have").click();
        field("Number").selectOption(number(connected, "Spare line"));
        page.getByLabel("Puts through to").fill("+1 202 555 0177");
        button("Create").click();
        assertThat(page.getByText("belongs to no source")).hasCount(0);

        button("Edit Spare line").click();
        assertThat(page.getByLabel("Source name")).hasValue("Radio spring");
        page.getByLabel("Description").fill("Every morning");
        button("Save").click();
        assertThat(dialog()).hasCount(0);
        Assertions.assertThat(tracker(connected, "Spare line")
                        .at("/source/description")
                        .asText())
                .isEqualTo("Every morning");

        button("Delete Spare line").click();
        assertThat(dialog()).containsText("“Radio spring” is deleted");
        button("Delete").click();
        assertThat(page.getByText("belongs to no source")).isVisible();
    }

    private static String number(Connected connected, String name) {
        return connected
                .get("/accounts/482913/trackers?limit=100")
                .data()
                .valueStream()
                .filter(item -> item.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private static JsonNode tracker(Connected connected, String name) {
        return connected
                .get("/accounts/482913/trackers/" + number(connected, name))
                .data();
    }

    @Test
    void nothingIsBoughtWithoutTheConfirmation() {
        signIn(configured().account(), "trackers");
        button("New tracker").click();
        field("Name").fill("Flyer");
        page.getByText("Buy a number").click();
        page.getByLabel("Area code").fill("443");
        button("Find numbers").click();
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("(443)"))
                .first()
                .check();
        button("Create").click();
        assertThat(page.getByText("Confirm the purchase")).isVisible();

        page.getByLabel("I want to buy this number").check();
        button("Create").click();

        assertThat(dialog()).hasCount(0);
        page.getByLabel("Search").fill("443");
        assertThat(rows()).hasCount(1);
    }

    @Test
    void whatIsMissingIsSaidAtItsField() {
        signIn(configured().account(), "trackers");
        button("New tracker").click();
        button("Create").click();

        assertThat(field("Name")).hasAttribute("aria-invalid", "true");
        assertThat(field("Name")).isFocused();
    }

    @Test
    void aLostAnswerIsAskedForAgainUnderTheSameKey() {
        Connected connected = configured();
        signIn(connected.account(), "trackers");
        button("New tracker").click();
        field("Name").fill("Sent twice");
        page.route(
                "**/trackers",
                route -> {
                    route.fetch();
                    route.abort();
                },
                new Page.RouteOptions().setTimes(1));
        button("Create").click();
        assertThat(page.getByText("The service does not answer").first()).isVisible();

        button("Create").click();

        assertThat(dialog()).hasCount(0);
        Assertions.assertThat(WORLD.control.seen("/sources").stream()
                        .filter(entry -> entry.path("method").asText().equals("POST")))
                .hasSize(1);
    }

    @Test
    void aSharedSourceIsNamedAsSuch() {
        signIn(configured().account(), "trackers");
        button("Delete Google Ads line").click();
        assertThat(dialog()).containsText("Other trackers have this source too.");
        assertThat(dialog()).containsText("Ads landing page");
        button("Keep it").click();

        button("Edit Google Ads line").click();
        assertThat(dialog()).containsText("2 numbers have this source.");
    }
}
