package io.ctmconnect.embedded;

import de.bwaldvogel.mongo.bson.Document;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a command does to the stored data, and so which lock it needs. */
enum CommandKind {
    /** Answers from the server's own state. The driver's heartbeat is one of these and never waits for the disk. */
    LOCAL,
    /** Looks at stored data. */
    READ,
    /** May change stored data; so is every command that is not known to be harmless. */
    WRITE;

    private static final Set<String> LOCAL_COMMANDS = Set.of("ismaster", "buildinfo", "whatsmyuri");
    private static final Set<String> READ_COMMANDS = Set.of(
            "collstats",
            "count",
            "dbstats",
            "distinct",
            "find",
            "getmore",
            "killcursors",
            "listcollections",
            "listdatabases",
            "listindexes",
            "ping",
            "serverstatus",
            "validate");

    static CommandKind of(String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        if (LOCAL_COMMANDS.contains(name)) {
            return LOCAL;
        }
        if (name.equals("aggregate")) {
            return writes(query) ? WRITE : READ;
        }
        return READ_COMMANDS.contains(name) ? READ : WRITE;
    }

    private static boolean writes(Document aggregate) {
        return !(aggregate.get("pipeline") instanceof List<?> stages)
                || stages.stream().anyMatch(CommandKind::isWritingStage);
    }

    private static boolean isWritingStage(Object stage) {
        return !(stage instanceof Document document)
                || document.containsKey("$out")
                || document.containsKey("$merge")
                || document.containsKey("$changeStream");
    }
}
