package io.ctmconnect.it;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** No page has a serious issue that axe-core finds, in light and dark, on a small screen and a large one. */
class ConsoleAccessibilityIT extends InConsole {
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    @ParameterizedTest
    @CsvSource({"1280,LIGHT", "1280,DARK", "360,LIGHT", "1920,DARK"})
    void noPageHasASeriousIssue(int width, ColorScheme colours) {
        reopen(width, colours);
        page.navigate(console());
        check("sign-in", "Token");
        signIn(World.newAccount(), "connection");
        check("connect", "CTM user");
        signIn(configured().account(), "overview");
        page.locator(".chart svg").waitFor();
        check("overview", "By source");
        go("calls");
        rows().first().waitFor();
        check("calls", "Canceled");
        rows().first().getByRole(AriaRole.LINK).click();
        check("call", "Attribution");
        page.keyboard().press("Escape");
        go("trackers");
        rows().first().waitFor();
        check("trackers", "Spare line");
        button("New tracker").click();
        page.getByText("Buy a number").click();
        check("new tracker", "Find numbers");
        page.keyboard().press("Escape");
        go("live");
        check("live", "Listening");
        go("connection");
        check("connection", "Thames Relocation");
        button("Disconnect…").click();
        check("disconnect", "What shall happen?");
    }

    private void reopen(int width, ColorScheme colours) {
        page.context().close();
        page = tab(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(colours)
                // axe-core's own code needs what the policy forbids the console
                .setBypassCSP(true));
    }

    private void check(String name, String awaited) {
        page.getByText(awaited).or(page.getByLabel(awaited)).first().waitFor();
        List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations.stream().filter(rule -> SERIOUS.contains(rule.getImpact())))
                .as(name)
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("%s is wider than the screen", name)
                .isEqualTo(0);
    }

    @Test
    void theKeyboardReachesEverything() {
        signIn(configured().account(), "overview");
        page.locator(".chart svg").waitFor();
        page.reload();
        page.locator(".chart svg").waitFor();

        page.keyboard().press("Tab");
        assertThat(focused()).isEqualTo("Skip to content");
        page.keyboard().press("Tab");
        assertThat(focused()).isEqualTo("Overview");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Calls"))
                .waitFor();
        assertThat(focused()).isEqualTo("Calls");
    }

    private String focused() {
        return String.valueOf(page.evaluate("document.activeElement.textContent.trim()"));
    }
}
