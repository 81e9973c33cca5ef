package io.ctmconnect.it;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The lines that the demo prints work as they are printed. */
class DemoIT {
    @Test
    void thePrintedLinesWorkAsPrinted() throws Exception {
        try (World world = World.with(Map.of())) {
            world.service.close();
            world.environment.remove("PUBLIC_BASE_URL");
            world.environment.put("PORT", String.valueOf(ServiceProcess.freePort()));
            try (ServiceProcess demo = ServiceProcess.start(world.environment, world.directory, "demo")) {
                await().atMost(Duration.ofSeconds(30)).until(() -> demo.output().contains("Ctrl-C stops everything"));

                List<String> lines = commands(demo.output());
                String output = bash(lines);

                assertThat(output).doesNotContain("\"success\":false");
                assertThat(output.split("\"success\":true", -1)).hasSize(11);
                assertThat(output)
                        .contains("Northwind Dental", "\"call_status\":\"no-answer\"", "\"active_campaigns\":1")
                        .contains("\"campaigns_preserved\":1", "\"campaigns_disabled\":1");
                awaitNotices(world);
                assertThat(bash(lines.subList(lines.size() - 2, lines.size())))
                        .contains("demo-browser", "Call Tracking Metrics disconnected")
                        .contains("robin@harborview.example", "was disconnected from Harborview Marketing");
            }
        }
    }

    /** Of the connect and of both disconnects, by each channel. */
    private static void awaitNotices(World world) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> world.control.get("/fcm").path("messages").size() == 3
                        && world.control.get("/mail").path("mails").size() == 3);
    }

    private static List<String> commands(String printed) {
        return printed.lines()
                .filter(line -> line.startsWith("curl ") || line.startsWith("export "))
                .toList();
    }

    private static String bash(List<String> lines) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-c", String.join("\n", lines))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
