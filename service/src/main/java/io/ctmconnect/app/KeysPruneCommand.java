package io.ctmconnect.app;

import com.google.crypto.tink.KeysetHandle;
import io.ctmconnect.rotation.OldKeys;
import io.ctmconnect.secrets.KeyRotation;
import io.ctmconnect.secrets.KeysetFile;
import io.ctmconnect.settings.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

@Command(
        name = "prune",
        description = {
            "Removes the old keys from the keyset: those that were added before the primary one. Nothing opens with them"
                    + " afterwards.",
            "Refuses while a stored secret needs one of them, and within a minute after the file was changed, when a process"
                    + " may still be storing what it has sealed with one.",
            "A keyset in a file is replaced, and the one before, with the old keys, is kept beside it until you remove it."
                    + " One that ENCRYPTION_KEYSET itself holds is printed."
        })
class KeysPruneCommand implements Callable<Integer> {
    /** The store's driver gives a write up earlier. */
    private static final Duration WRITES_END_WITHIN = Duration.ofMinutes(1);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        KeysetWork work = new KeysetWork(spec);
        return work.run(origin -> prune(work, origin));
    }

    private int prune(KeysetWork work, KeysetOrigin origin) throws IOException, CommandStore.NotOpenException {
        if (KeyRotation.old(origin.read()).isEmpty()) {
            work.say("There is no old key: nothing was changed.");
            return spec.exitCodeOnSuccess();
        }
        try (CommandStore store = CommandStore.open(Environment.ofProcess())) {
            work.change(origin, keyset -> {
                requireRest(origin);
                return pruned(store, keyset);
            });
        }
        work.say("The old keys are removed. They are still in the keysets before: destroy those when you need no older"
                + " backup of the database any more.");
        return spec.exitCodeOnSuccess();
    }

    private static void requireRest(KeysetOrigin origin) {
        if (origin instanceof KeysetOrigin.InFile(KeysetFile file)
                && file.changedAt().plus(WRITES_END_WITHIN).isAfter(Instant.now())) {
            throw new RefusedException(
                    "The keyset's file was changed less than a minute ago, and a process may still be"
                            + " storing what an old key has sealed. Nothing was changed: try again in a minute.");
        }
    }

    private static KeysetHandle pruned(CommandStore store, KeysetHandle keyset) {
        OldKeys oldKeys = new OldKeys(keyset);
        long needing = SealedData.in(store.database()).stream()
                .mapToLong(oldKeys::neededBy)
                .sum();
        if (needing > 0) {
            throw new RefusedException(
                    "%d documents are still sealed with old keys. Nothing was changed: run".formatted(needing)
                            + " ./ctm-connect keys reencrypt first.");
        }
        return KeyRotation.pruned(keyset);
    }
}
