package io.ctmconnect.app;

import io.ctmconnect.rotation.ReencryptionReport;

import java.util.List;
import java.util.stream.Stream;

/** How far a re-encryption is, as operators read it: numbers and ids, nothing of what is sealed. */
final class ReencryptionText {
    private static final String TABLE = "%-40s %10s %14s %10s %8s";

    private ReencryptionText() {}

    static String progress(ReencryptionReport soFar) {
        return "%s: %d looked at, %d re-encrypted, %d current, %d failed"
                .formatted(
                        soFar.collection(),
                        soFar.lookedAt(),
                        soFar.reencrypted(),
                        soFar.current(),
                        soFar.failed().size());
    }

    /** A line for each collection, below a head, and one for each document that failed. */
    static Stream<String> report(List<ReencryptionReport> reports, boolean dryRun) {
        String head = TABLE.formatted(
                "COLLECTION", "LOOKED AT", dryRun ? "TO RE-ENCRYPT" : "RE-ENCRYPTED", "CURRENT", "FAILED");
        return Stream.of(
                        Stream.of(head),
                        reports.stream().map(ReencryptionText::line),
                        reports.stream().flatMap(ReencryptionText::failures))
                .flatMap(part -> part);
    }

    private static String line(ReencryptionReport report) {
        return TABLE.formatted(
                report.collection(),
                report.lookedAt(),
                report.reencrypted(),
                report.current(),
                report.failed().size());
    }

    private static Stream<String> failures(ReencryptionReport report) {
        return report.failed().stream()
                .map(failure -> "failed: %s %s %s".formatted(report.collection(), failure.id(), failure.reason()));
    }
}
