package io.ctmconnect.app;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command did: its exit code and what it printed. */
record Run(int exitCode, String out, String err) {
    static Run of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new CommandLine(new CtmConnect())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Run(exitCode, out.toString(), err.toString());
    }
}
