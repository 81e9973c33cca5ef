package io.ctmconnect.embedded;

import de.bwaldvogel.mongo.bson.Document;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a command does to the stored data, and so which lock it needs, and whether its answer waits for the disk. */
enum CommandKind {
    /** Answers from the server's own state. The driver's heartbeat is one of these and never waits for the disk. */
    LOCAL,
    /** Looks at stored data. */
    READ,
    /** May change stored data; so is every command that is not known to be harmless. */
    WRITE,
    /** A read with the concern "local" or "available", whose answer may be undone by a crash, as MongoDB has it. */
    UNCONFIRMED_READ,
    /** A write with {@code j: false}: its answer does not wait for the disk. */
    UNCONFIRMED_WRITE;

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
    private static final Set<String> UNCONFIRMED_LEVELS = Set.of("local", "available");

    static CommandKind of(String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        if (LOCAL_COMMANDS.contains(name)) {
            return LOCAL;
        }
        boolean reads = name.equals("aggregate") ? !writes(query) : READ_COMMANDS.contains(name);
        if (reads) {
            return UNCONFIRMED_LEVELS.contains(
                            String.valueOf(concern(query, "readConcern").get("level")))
                    ? UNCONFIRMED_READ
                    : READ;
        }
        return Boolean.FALSE.equals(concern(query, "writeConcern").get("j")) ? UNCONFIRMED_WRITE : WRITE;
    }

    private static Document concern(Document query, String name) {
        return query.get(name) instanceof Document concern ? concern : new Document();
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
