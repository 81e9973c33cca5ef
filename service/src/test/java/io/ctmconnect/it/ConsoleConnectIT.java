package io.ctmconnect.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.ctmconnect.it.World.Connected;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Connecting, choosing an account and disconnecting, in the console. */
class ConsoleConnectIT extends InConsole {
    private static final Page.GetByTextOptions EXACT = new Page.GetByTextOptions().setExact(true);

    @Test
    void aLoginConnectsAndTheAccountIsChosen() {
        signIn(World.newAccount(), "connection");
        page.getByLabel("CTM user").fill("agency@example.com");
        page.getByLabel("Password").fill("sandbox-password");
        button("Connect").click();
        page.getByLabel("Thames Relocation").check();
        page.getByLabel("Sub-account").selectOption("482916");
        button("Save").click();

        assertThat(chosen("Saguaro Solar (482916)")).isVisible();
        assertThat(chosen("482915")).isVisible();
    }

    @Test
    void apiKeysConnect() {
        signIn(World.newAccount(), "connection");
        page.getByText("API keys").click();
        page.getByLabel("Access key").fill("sandbox-account-482913-key-1");
        page.getByLabel("Secret key").fill("sandbox-account-482913-secret-1");
        button("Connect").click();

        assertThat(page.getByText("Connected", EXACT)).isVisible();
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldOrBesideTheForm() {
        signIn(World.newAccount(), "connection");
        button("Connect").click();
        assertThat(page.getByText("must not be blank")).hasCount(2);
        assertThat(page.getByLabel("CTM user")).isFocused();

        page.getByLabel("CTM user").fill("agency@example.com");
        page.getByLabel("Password").fill("not-the-password");
        button("Connect").click();

        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        assertThat(page.getByLabel("CTM user")).hasValue("agency@example.com");
    }

    @Test
    void aRefusedLoginIsMendedByReconnecting() {
        Connected connected = configured();
        WORLD.control.post("/users/agency@example.com", "{\"password\":\"changed\"}");
        WORLD.control.post("/keys/revoke", "{\"agency\":\"20417\"}");
        signIn(connected.account(), "calls");
        page.getByText("Reconnect", EXACT).click();

        page.getByLabel("Password").fill("changed");
        button("Reconnect").click();

        assertThat(page.getByText("Connected", EXACT)).isVisible();
        go("calls");
        rows().first().waitFor();
    }

    @Test
    void aConditionalDisconnectSaysWhatIsKept() {
        Connected connected = configured();
        campaign(connected);
        signIn(connected.account(), "connection");
        button("Disconnect…").click();
        assertThat(page.getByText("1 active campaign will go on counting calls"))
                .isVisible();
        button("Disconnect").click();

        assertThat(page.getByText("1 active campaign preserved, and going on.")).isVisible();
        assertThat(page.getByText("The stored login was kept.")).isVisible();
        assertThat(page.getByText("none chosen")).isVisible();
    }

    @Test
    void aGlobalDisconnectSaysWhatWasDisabled() {
        Connected connected = configured();
        campaign(connected);
        signIn(connected.account(), "connection");
        button("Disconnect…").click();
        page.getByLabel("Disconnect everything").check();
        button("Disconnect").click();

        assertThat(page.getByText("1 campaign disabled.")).isVisible();
        assertThat(page.getByText("The stored login was removed.")).isVisible();
        assertThat(button("Connect")).isVisible();
    }

    private Locator chosen(String text) {
        return page.getByRole(AriaRole.DEFINITION).filter(new Locator.FilterOptions().setHasText(text));
    }

    private static void campaign(Connected connected) {
        WORLD.collection("campaigns")
                .insertOne(new Document("_id", new ObjectId())
                        .append("account_id", new ObjectId(connected.account()))
                        .append("name", "Spring")
                        .append("integration", "calltrackingmetrics")
                        .append("active", true));
    }
}
