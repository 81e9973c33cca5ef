package io.ctmconnect.it;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import java.time.Instant;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Signing in with a token, and what becomes of it. */
class ConsoleSignInIT extends InConsole {
    @Test
    void theTokenOfALinkLeavesTheAddress() {
        String token = Tokens.of(World.newAccount());
        page.navigate(console() + "#token=" + token);

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Overview")))
                .isVisible();
        assertThat(page).hasURL(console() + "#/overview");
        assertThat(page.getByText("Not connected yet")).isVisible();
        page.reload();
        assertThat(page.getByText("Not connected yet")).isVisible();
    }

    @Test
    void aTokenCanBePasted() {
        page.navigate(console() + "#/calls");
        page.getByLabel("Token").fill("no token");
        button("Sign in").click();
        assertThat(page.getByText("This is not a token.")).isVisible();

        page.getByLabel("Token").fill(Tokens.of(World.newAccount()));
        button("Sign in").click();

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Calls")))
                .isVisible();
        button("Sign out").click();
        assertThat(page.getByText("You are signed out.")).isVisible();
    }

    @Test
    void anExpiredTokenIsSaidAndTheNextOneGoesOnThere() {
        String account = configured().account();
        signIn(account, "trackers");
        rows().first().waitFor();

        page.evaluate(
                "token => sessionStorage.setItem('ctm-connect.token', token)",
                Tokens.of(account, Instant.parse("2026-03-30T00:00:00Z")));
        address("trackers?search=Radio");

        assertThat(page.getByText("Your sign-in has expired.")).isVisible();
        page.getByLabel("Token").fill(Tokens.of(account));
        button("Sign in").click();
        assertThat(rows()).hasCount(0);
        assertThat(page.getByText("No tracker fits")).isVisible();
    }

    @Test
    void aTokenThatIsRefusedIsSaid() {
        String token = Tokens.of(World.newAccount());
        page.navigate(console() + "#token=" + token.substring(0, token.length() - 4) + "AAAA");

        assertThat(page.getByText("The service does not accept this token.")).isVisible();
    }

    @Test
    void whoActsForAForeignAccountIsToldSo() {
        page.navigate(console());
        page.getByLabel("Token").fill(Tokens.of(World.newAccount()));
        page.getByLabel("Sub-account").fill(World.newAccount());
        button("Sign in").click();

        assertThat(page.getByText("You may not do this")).isVisible();
    }
}
