package io.ctmconnect.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.ctmconnect.it.World.Connected;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes the pictures of the documents: into {@code target/console}, or into the folder that a property names. Notes in
 * {@code target/console-first-paint-ms.txt} when the overview was first painted.
 */
class ConsolePicturesIT extends InConsole {
    private static final Path FOLDER = Path.of(System.getProperty("console.pictures", "target/console"));

    /** By an observer: the entries of {@code performance} itself stop with the page's clock. */
    private static final String FIRST_PAINT = """
            () => new Promise(done => new PerformanceObserver(
                list => done(list.getEntriesByName('first-contentful-paint')[0].startTime))
                .observe({ type: 'paint', buffered: true }))
            """;

    private static final Path PAINTED = Path.of("target/console-first-paint-ms.txt");

    @Test
    void everyPageIsTaken() throws IOException {
        Connected connected = configured();
        String account = connected.account();
        open(1280, 1030, ColorScheme.LIGHT, account, "overview");
        take("overview");
        Object painted = page.evaluate(FIRST_PAINT);
        Files.writeString(PAINTED, painted + "\n");
        open(1280, 1030, ColorScheme.DARK, account, "overview");
        take("overview-dark");
        open(360, 780, ColorScheme.LIGHT, account, "overview");
        take("overview-small");
        open(1280, 800, ColorScheme.LIGHT, account, "calls?call=" + recorded(connected));
        page.getByText("Attribution").waitFor();
        take("call");
    }

    private void open(int width, int height, ColorScheme colours, String account, String view) {
        page.context().close();
        page = tab(
                new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(colours));
        signIn(account, view);
        page.locator(".chart svg, tbody tr").first().waitFor();
        if (view.equals("overview")) {
            page.locator(".tile .change").first().waitFor();
        }
    }

    private void take(String name) {
        Path file = FOLDER.resolve("console-" + name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        assertThat(Files.isReadable(file)).isTrue();
    }
}
