package io.ctmconnect.bench;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;

import static org.assertj.core.api.Assertions.assertThat;

class BenchTest {
    @Test
    void everyCommandExplainsItself() {
        for (String command : new String[] {"reports", "recording", "events", "kills"}) {
            StringWriter out = new StringWriter();
            CommandLine bench = Bench.commandLine().setOut(new PrintWriter(out));

            assertThat(bench.execute(command, "--help")).isZero();
            assertThat(out.toString()).contains("--service", "--heap");
        }
    }
}
