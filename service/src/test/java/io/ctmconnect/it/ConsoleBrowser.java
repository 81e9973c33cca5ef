package io.ctmconnect.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.Assumptions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium or Chrome, shared by all tests of the console. Nothing is downloaded. */
final class ConsoleBrowser {
    private static final Optional<Path> EXECUTABLE = Stream.of("chromium", "chromium-browser", "google-chrome")
            .flatMap(name -> Stream.of(System.getenv("PATH").split(":", -1)).map(folder -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst();

    private static final class Shared {
        static final Playwright PLAYWRIGHT = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        static final Browser BROWSER = PLAYWRIGHT
                .chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(EXECUTABLE.orElseThrow()));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close));
        }
    }

    private ConsoleBrowser() {}

    /** The browser; without one the test is skipped, and says so. */
    static Browser get() {
        Assumptions.assumeTrue(
                EXECUTABLE.isPresent(),
                "the console is not tested: no chromium, chromium-browser or google-chrome in PATH");
        return Shared.BROWSER;
    }
}
