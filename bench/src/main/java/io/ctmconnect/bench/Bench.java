package io.ctmconnect.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The load driver's commands. */
@Command(
        name = "ctm-connect-bench",
        description = "Measures the packaged service against the simulated CTM. Run it from the project's root.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ReportsCommand.class,
            RecordingCommand.class,
            EventsCommand.class,
            KillsCommand.class,
            PeersCommand.class
        })
final class Bench {
    private Bench() {}

    /** Runs one command, and prints its figures as a table in Markdown. */
    public static void main(String... arguments) {
        // The sandbox's mail library and the database's driver log by SLF4J, which would complain that nobody listens.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        int exitCode = commandLine().execute(arguments);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Bench());
    }
}
