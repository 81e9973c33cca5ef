package io.ctmconnect.app;

import com.google.crypto.tink.KeysetHandle;
import io.ctmconnect.rotation.Reencryption;
import io.ctmconnect.rotation.ReencryptionReport;
import io.ctmconnect.secrets.KeysetFile;
import io.ctmconnect.settings.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "reencrypt",
        description = {
            "Seals with the keyset's primary key all stored secrets that another key has sealed.",
            "Takes the service's environment; the service may run meanwhile, and what it changes wins. It can be ended and"
                    + " run again: what is done is skipped.",
            "Exit code: 0 when everything is sealed with the primary key, 1 when something failed, 2 when it was not begun."
        })
class KeysReencryptCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--dry-run", description = "Change nothing, only count.")
    private boolean dryRun;

    @Override
    public Integer call() {
        KeysetWork work = new KeysetWork(spec);
        return work.run(origin -> reencrypt(work, origin));
    }

    private int reencrypt(KeysetWork work, KeysetOrigin origin) throws IOException, CommandStore.NotOpenException {
        return switch (origin) {
            case KeysetOrigin.InFile(KeysetFile file) -> {
                // Who prunes must not do it while this goes on, or what is sealed now would be lost.
                try (KeysetFile.Hold hold = file.hold()) {
                    yield reencrypt(work, hold.keyset());
                }
            }
            case KeysetOrigin.InEnvironment inEnvironment -> reencrypt(work, inEnvironment.read());
        };
    }

    private int reencrypt(KeysetWork work, KeysetHandle keyset) throws CommandStore.NotOpenException {
        try (CommandStore store = CommandStore.open(Environment.ofProcess())) {
            Reencryption reencryption =
                    new Reencryption(keyset, dryRun, soFar -> work.say(ReencryptionText.progress(soFar)));
            return told(SealedData.in(store.database()).stream()
                    .map(reencryption::of)
                    .toList());
        }
    }

    private int told(List<ReencryptionReport> reports) {
        ReencryptionText.report(reports, dryRun).forEach(spec.commandLine().getOut()::println);
        return reports.stream().allMatch(report -> report.failed().isEmpty())
                ? spec.exitCodeOnSuccess()
                : spec.exitCodeOnExecutionException();
    }
}
