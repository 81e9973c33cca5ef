package io.ctmconnect.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.ctmconnect.it.World.Connected;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The calls in the console. */
class ConsoleCallsIT extends InConsole {
    private static final Pattern ANY = Pattern.compile(".+");

    @Test
    void filtersOrderAndPageSurviveAReload() {
        signIn(configured().account(), "calls");
        page.getByText("No answer", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.getByLabel("Direction").selectOption("inbound");
        button("Duration").click();
        page.getByLabel("Next page").click();
        Locator second = page.getByText(Pattern.compile("^21–40 of "));
        assertThat(second).isVisible();
        String first = rows().first().innerText();

        Assertions.assertThat(fragment()).contains("status=no-answer", "direction=inbound", "sort=duration", "page=2");
        page.reload();

        assertThat(second).isVisible();
        assertThat(rows().first()).containsText(first.lines().findFirst().orElseThrow());
        assertThat(page.getByLabel("No answer")).isChecked();
        assertThat(page.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName("Duration")))
                .hasAttribute("aria-sort", "descending");
    }

    @Test
    void theListIsTheApis() {
        Connected connected = configured();
        String total = connected
                .get("/accounts/482913/calls?start_date=2026-03-10&end_date=2026-03-16&search=Goldberg")
                .json()
                .at("/pagination/total_items")
                .asText();
        signIn(connected.account(), "calls?start=2026-03-10&end=2026-03-16");
        rows().first().waitFor();

        page.getByLabel("Search").fill("Goldberg");

        assertThat(page.getByText(Pattern.compile(" of " + total + " calls$"))).isVisible();
        assertThat(rows().first()).containsText("Goldberg");
    }

    @Test
    void aFilterThatFitsNothingCanBeCleared() {
        signIn(configured().account(), "calls?search=nobody-is-called-so");
        assertThat(page.getByText("No call fits")).isVisible();

        button("Clear filters").last().click();

        rows().first().waitFor();
    }

    @Test
    void aCallIsOpenedAndClosedByKeyboard() {
        signIn(configured().account(), "calls?status=answered");
        rows().first().getByRole(AriaRole.LINK).focus();
        page.keyboard().press("Enter");
        Locator drawer = page.getByRole(AriaRole.DIALOG);
        assertThat(drawer).containsText("Attribution");
        Assertions.assertThat(fragment()).contains("call=");

        page.keyboard().press("Escape");

        assertThat(drawer).hasCount(0);
        Assertions.assertThat(fragment()).doesNotContain("call=").contains("status=answered");
    }

    @Test
    void aRecordingIsHeard() {
        Connected connected = configured();
        signIn(connected.account(), "calls?call=" + recorded(connected));
        button("Play the recording").click();

        Locator player = page.getByRole(AriaRole.DIALOG).locator("audio");
        assertThat(player).hasAttribute("src", Pattern.compile("^blob:.*"));
        assertThat(player).isVisible();
        assertThat(player).hasJSProperty("readyState", 4);
    }

    @Test
    void aHostileNameIsText() {
        String name = "<img src=x onerror=alert(1)>\"'&";
        WORLD.control.post(
                "/accounts/482913/calls",
                "{\"call_status\":\"answered\",\"name\":\"" + name.replace("\"", "\\\"")
                        + "\",\"source\":\"<b>x</b>\"}");
        page.onDialog(dialog -> Assertions.fail("a script ran: " + dialog.message()));
        signIn(configured().account(), "calls");

        Locator shown =
                page.getByText(name, new Page.GetByTextOptions().setExact(true)).first();
        assertThat(shown).isVisible();
        shown.click();

        assertThat(page.getByRole(AriaRole.DIALOG)).containsText(name);
        assertThat(page.locator("main img, dialog img, main b:text-is('x')")).hasCount(0);
    }

    @Test
    void anUnknownCallIsSaidInItsDrawer() {
        signIn(configured().account(), "calls?call=1");

        assertThat(page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.ALERT)).hasText(ANY);
    }
}
