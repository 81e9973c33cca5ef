package io.ctmconnect.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.util.concurrent.Callable;

@Command(
        name = "rotate",
        description = {
            "Adds a new key to the keyset and seals with it from now on; the others still open what they have sealed.",
            "A keyset in a file is replaced, and running processes that read this very file follow at once; the file"
                    + " before is kept beside it. For copies of the file on other machines take the two steps --prepare and"
                    + " --promote, and bring the copies up to date after each.",
            "A keyset that ENCRYPTION_KEYSET itself holds is printed, always in two steps: without an option the first one."
                    + " Restart every process with what was printed, then promote, then restart them again.",
            "Then: keys reencrypt, keys prune."
        })
class KeysRotateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @ArgGroup
    private @Nullable Step step;

    static class Step {
        @Option(names = "--prepare", description = "Only add a key, which opens and does not seal yet.")
        private boolean prepare;

        @Option(names = "--promote", description = "Only seal with the key that was added.")
        private boolean promote;
    }

    @Override
    public Integer call() {
        KeysetWork work = new KeysetWork(spec);
        return work.run(origin -> rotate(work, origin));
    }

    private int rotate(KeysetWork work, KeysetOrigin origin) throws IOException {
        RotationStep chosen = chosen(origin);
        work.change(origin, chosen::of);
        work.say(
                switch (chosen) {
                    case PREPARE ->
                        "The new key seals nothing yet. When every process has it:"
                                + " ./ctm-connect keys rotate --promote";
                    case PROMOTE, ROTATE -> "The new key seals from now on. Next: ./ctm-connect keys reencrypt";
                });
        return spec.exitCodeOnSuccess();
    }

    private RotationStep chosen(KeysetOrigin origin) {
        if (step != null && step.prepare) {
            return RotationStep.PREPARE;
        }
        if (step != null && step.promote) {
            return RotationStep.PROMOTE;
        }
        return switch (origin) {
            case KeysetOrigin.InFile _ -> RotationStep.ROTATE;
            case KeysetOrigin.InEnvironment _ -> RotationStep.PREPARE;
        };
    }
}
