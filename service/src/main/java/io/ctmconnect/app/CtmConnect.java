package io.ctmconnect.app;

import io.ctmconnect.http.BareErrors;
import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/** The service's commands. */
@QuarkusMain
@Command(
        name = "ctm-connect",
        description = "Connects a marketing platform to CallTrackingMetrics.",
        mixinStandardHelpOptions = true,
        versionProvider = CtmConnect.Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            TokenCommand.class,
            KeysCommand.class,
            OutboxCommand.class,
            HelpCommand.class
        })
public class CtmConnect {
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String packaged = CtmConnect.class.getPackage().getImplementationVersion();
            return new String[] {"ctm-connect " + (packaged == null ? "(not packaged)" : packaged)};
        }
    }

    /** Runs one command; {@code serve} when none is named. */
    public static void main(String... arguments) {
        BareErrors.enable();
        String[] command = arguments.length == 0 ? new String[] {"serve"} : arguments;
        int exitCode = new CommandLine(new CtmConnect()).execute(command);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }
}
