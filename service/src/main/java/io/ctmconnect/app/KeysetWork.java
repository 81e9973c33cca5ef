package io.ctmconnect.app;

import com.google.crypto.tink.KeysetHandle;
import io.ctmconnect.mongo.StoreUnavailableException;
import io.ctmconnect.secrets.KeysetFile;
import io.ctmconnect.secrets.Keysets;
import io.ctmconnect.settings.Environment;
import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** What the commands for the configured keyset have in common: finding it, changing it, and saying what went wrong. */
final class KeysetWork {
    private final CommandSpec spec;

    KeysetWork(CommandSpec spec) {
        this.spec = spec;
    }

    /** What a command does; it answers the exit code. */
    interface Work {
        int with(KeysetOrigin origin) throws IOException, CommandStore.NotOpenException;
    }

    /** Runs it with the keyset that the environment names. */
    int run(Work work) {
        try {
            return work.with(origin(Environment.ofProcess()));
        } catch (RefusedException | CommandStore.NotOpenException e) {
            say(String.valueOf(e.getMessage()));
            return spec.exitCodeOnInvalidInput();
        } catch (IOException e) {
            say("The keyset's file cannot be used: " + e.getMessage());
            return spec.exitCodeOnExecutionException();
        } catch (StoreUnavailableException _) {
            say("The store cannot be reached, or does not take it. What was done stays done: run it again to go on.");
            return spec.exitCodeOnExecutionException();
        }
    }

    private static KeysetOrigin origin(Environment environment) {
        StoreSettings store = StoreSettings.of(environment);
        EncryptionSettings settings = EncryptionSettings.of(environment, store);
        if (!environment.problems().isEmpty()) {
            throw new RefusedException(String.join(System.lineSeparator(), environment.problems()));
        }
        KeysetOrigin origin = settings.origin();
        try {
            origin.read();
        } catch (IllegalArgumentException e) {
            throw new RefusedException("DATA_DIR has no usable keyset.json: " + e.getMessage());
        }
        return origin;
    }

    /** Replaces the file, or prints what the environment is to hold. */
    void change(KeysetOrigin origin, UnaryOperator<KeysetHandle> change) throws IOException {
        switch (origin) {
            case KeysetOrigin.InFile(KeysetFile file) -> {
                Path backup = file.change(change);
                say(file.path() + " was replaced: running processes follow it. The keyset before is kept in " + backup);
            }
            case KeysetOrigin.InEnvironment inEnvironment -> {
                String json = Keysets.json(change.apply(inEnvironment.read()));
                spec.commandLine().getOut().println(json);
                say("Set ENCRYPTION_KEYSET to what was printed and restart every process: running ones do not see it.");
            }
        }
    }

    /** Beside what a command answers. */
    void say(String line) {
        spec.commandLine().getErr().println(line);
    }
}
