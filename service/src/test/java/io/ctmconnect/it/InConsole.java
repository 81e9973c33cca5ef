package io.ctmconnect.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.ctmconnect.it.World.Connected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that use the console as a person does. Each has a tab of its own, whose clock stands on the sandbox's day, and ends
 * with the certainty that the page broke no rule: no error, nothing against its policy, and no request elsewhere than to
 * its own files and the public API.
 */
abstract class InConsole extends InSharedWorld {
    static final String ACCOUNT = "482913";
    /** A failed request of the API is also an error of the browser's console. */
    private static final Pattern FAILED_REQUEST =
            Pattern.compile("Failed to load resource: (.* status of \\d{3}|net::ERR_FAILED).*");

    private final List<String> errors = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    Page page;

    @BeforeEach
    void openTab() {
        page = tab(new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    /** A tab of its own context. */
    Page tab(Browser.NewContextOptions options) {
        BrowserContext context = ConsoleBrowser.get().newContext(options.setLocale("en-US"));
        context.setDefaultTimeout(20_000);
        Page tab = context.newPage();
        tab.clock().setFixedTime(Date.from(today()));
        tab.onPageError(errors::add);
        tab.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !FAILED_REQUEST.matcher(message.text()).matches()) {
                errors.add(message.text());
            }
        });
        tab.onRequest(request -> requests.add(request.url()));
        return tab;
    }

    private static Instant today() {
        return World.TODAY.atTime(18, 0).toInstant(ZoneOffset.UTC);
    }

    @AfterEach
    void closeTab() {
        if (page != null) {
            page.context().close();
            assertThat(errors).isEmpty();
            assertThat(requests)
                    .isNotEmpty()
                    .allSatisfy(url -> assertThat(url)
                            .matches("blob:.*|" + Pattern.quote(console()) + ".*|"
                                    + Pattern.quote(WORLD.service.uri() + Api.BASE + "/") + ".*"));
        }
    }

    static String console() {
        return WORLD.service.uri().resolve("/console/").toString();
    }

    /** An account that is connected and has chosen a CTM account. */
    static Connected configured() {
        Connected connected = WORLD.connect();
        assertThat(connected
                        .caller()
                        .post(
                                "/auth/config",
                                "{\"token\":\"%s\",\"account_id\":\"%s\"}".formatted(connected.id(), ACCOUNT))
                        .status())
                .isEqualTo(200);
        return connected;
    }

    /** Follows a link that signs in, then goes to a page. */
    void signIn(String account, String view) {
        page.navigate(console() + "#token=" + Tokens.of(account));
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"))
                .waitFor();
        go(view);
    }

    /** Goes to a page, and waits until it has taken the place of the one before. */
    void go(String view) {
        address(view);
        String title = view.replaceAll("\\?.*", "");
        page.locator("h1", new Page.LocatorOptions().setHasText(Pattern.compile(title, Pattern.CASE_INSENSITIVE)))
                .waitFor();
    }

    void address(String view) {
        page.evaluate("view => { location.hash = '#/' + view; }", view);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator rows() {
        return page.locator("tbody tr");
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** The id of an answered call that has a recording. */
    static String recorded(Connected connected) {
        return connected
                .get("/accounts/482913/calls?start_date=2026-03-02&end_date=2026-03-31&limit=100&call_status=answered")
                .data()
                .valueStream()
                .filter(call -> call.hasNonNull("recording_url"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    /** The query of the address, as the page reads it after a reload. */
    String fragment() {
        return String.valueOf(URI.create(page.url()).getFragment());
    }
}
