package io.ctmconnect.app;

import io.ctmconnect.mongo.StoreUnavailableException;
import io.ctmconnect.outbox.OutboxDeskStore;
import io.ctmconnect.outbox.OutboxRow;
import io.ctmconnect.outbox.TaskState;
import io.ctmconnect.settings.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.ToIntFunction;

@Command(
        name = "outbox",
        description = {
            "Shows and releases work that follows from changes, such as notices.",
            "Takes the service's MONGODB_URI or DATA_DIR; the service may run meanwhile."
        },
        synopsisSubcommandLabel = "COMMAND")
class OutboxCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the outbox.");
    }

    @Command(description = "Lists rows, the newest first.")
    int list(
            @Option(names = "--parked", description = "Only those that are not tried any more.") boolean parked,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "100",
                            description = "At most so many (default: ${DEFAULT-VALUE}).")
                    int limit) {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit must be 1 or more");
        }
        return atDesk(desk -> {
            var rows = desk.list(parked ? Optional.of(TaskState.PARKED) : Optional.empty(), limit);
            OutboxText.table(rows).forEach(out()::println);
            return spec.exitCodeOnSuccess();
        });
    }

    @Command(description = "Shows one row with its last attempts.")
    int show(@Parameters(paramLabel = "ID", description = "The row's id.") String id) {
        return atDesk(desk -> withRow(desk, id, row -> {
            OutboxText.lines(row).forEach(out()::println);
            return spec.exitCodeOnSuccess();
        }));
    }

    @Command(description = "Has a parked row tried again, at once and with all attempts before it.")
    int release(@Parameters(paramLabel = "ID", description = "The row's id.") String id) {
        return atDesk(desk -> withRow(desk, id, row -> {
            if (!desk.release(id)) {
                return refuse("It is not parked but " + row.state().wire() + ": nothing was changed.");
            }
            out().println("Released " + id);
            return spec.exitCodeOnSuccess();
        }));
    }

    private int withRow(OutboxDeskStore desk, String id, ToIntFunction<OutboxRow> work) {
        return desk.find(id).map(work::applyAsInt).orElseGet(() -> refuse("There is no row " + id));
    }

    private int atDesk(ToIntFunction<OutboxDeskStore> work) {
        try (CommandStore store = CommandStore.open(Environment.ofProcess())) {
            return work.applyAsInt(new OutboxDeskStore(store.database(), InstantSource.system()));
        } catch (CommandStore.NotOpenException e) {
            return refuse(String.valueOf(e.getMessage()));
        } catch (StoreUnavailableException _) {
            spec.commandLine().getErr().println("The store cannot be reached, or does not take it.");
            return spec.exitCodeOnExecutionException();
        }
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println(why);
        return spec.exitCodeOnInvalidInput();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
