package io.ctmconnect.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.ctmconnect.it.World.Connected;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Live calls and received events in the console. */
class ConsoleLiveIT extends InConsole {
    private final Connected connected = configured();
    private final long id = Subscribed.newCallId();

    private Subscribed subscribed() {
        return Subscribed.to(WORLD, connected, ACCOUNT, "[\"call.completed\",\"call.received\"]");
    }

    private Locator live() {
        return page.getByLabel("Live calls").locator("tbody tr");
    }

    private Locator events() {
        return page.getByLabel("Received events").locator("tbody tr");
    }

    private void openLive() {
        signIn(connected.account(), "live");
        assertThat(page.getByText("Listening")).isVisible();
    }

    @Test
    void aCallAppearsChangesItsLineAndIsCounted() {
        Subscribed subscribed = subscribed();
        openLive();

        subscribed.send("call.received", Subscribed.started(id));
        assertThat(live()).containsText(new String[] {"In progress"});
        subscribed.end(Subscribed.ended(id, "answered", 42).replace("Dana", "<img src=x onerror=alert(1)>"));

        assertThat(live()).containsText(new String[] {"Answered"});
        assertThat(live()).containsText(new String[] {"<img src=x onerror=alert(1)>"});
        assertThat(page.getByText("1 calls, 1 answered, 0 in progress")).isVisible();
        assertThat(events()).hasCount(2);
    }

    @Test
    void anEventIsInspectedAndReplayed() {
        Subscribed subscribed = subscribed();
        subscribed.end(Subscribed.ended(id, "answered", 42));
        subscribed.end("no json");
        openLive();
        page.getByLabel("Status").selectOption("processed");
        assertThat(events()).hasCount(1);
        page.reload();
        assertThat(events()).hasCount(1);

        events().first().getByRole(AriaRole.LINK).click();
        Locator drawer = page.getByRole(AriaRole.DIALOG);
        assertThat(drawer).containsText("\"unix_time\": 1773754951");
        assertThat(drawer).containsText("absent");
        button("Replay").click();

        assertThat(page.locator(".toast")).isAttached();
        assertThat(drawer).containsText("processed");
    }

    @Test
    void aCampaignIsSubscribed() {
        ObjectId campaign = new ObjectId();
        WORLD.collection("campaigns")
                .insertOne(new Document("_id", campaign).append("account_id", new ObjectId(connected.account())));
        openLive();
        button("Receive a campaign’s calls…").click();
        button("Subscribe").click();
        assertThat(page.getByLabel("Campaign id")).hasAttribute("aria-invalid", "true");

        page.getByLabel("Campaign id").fill(campaign.toHexString());
        button("Subscribe").click();

        assertThat(page.locator(".toast")).containsText("Subscribed to ");
    }
}
