package io.ctmconnect.app;

import io.ctmconnect.secrets.Keysets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

@Command(
        name = "keys",
        description = {
            "Manages the keyset that encrypts stored credentials.",
            "To rotate it: rotate, reencrypt, prune; docs/operations.md has the steps. They take the service's environment."
        },
        subcommands = {KeysRotateCommand.class, KeysReencryptCommand.class, KeysPruneCommand.class},
        synopsisSubcommandLabel = "COMMAND")
class KeysCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do with the keys.");
    }

    @Command(
            description = {
                "Makes a keyset (Tink, AES-256-GCM) for ENCRYPTION_KEYSET and prints it, or writes it to a new file that"
                        + " only you can read. Keep it: without it stored credentials cannot be read."
            })
    int generate(
            @Option(
                            names = "--out",
                            paramLabel = "FILE",
                            description = "Write to this file instead; it must not exist.")
                    @Nullable
                    Path file) {
        String keyset = Keysets.generate();
        if (file == null) {
            spec.commandLine().getOut().println(keyset);
            return spec.exitCodeOnSuccess();
        }
        try {
            Keysets.writeNew(file, keyset);
            return spec.exitCodeOnSuccess();
        } catch (FileAlreadyExistsException _) {
            spec.commandLine().getErr().println(file + " exists already; nothing was written.");
            return spec.exitCodeOnInvalidInput();
        } catch (IOException e) {
            spec.commandLine().getErr().println("Cannot write " + file + ": " + e.getMessage());
            return spec.exitCodeOnExecutionException();
        }
    }
}
