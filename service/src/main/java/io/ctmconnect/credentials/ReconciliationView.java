package io.ctmconnect.credentials;

import io.ctmconnect.callstore.Sweeps;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What comparing the stored calls with CTM's has found, over all CTM accounts of the connection.
 *
 * @param status {@code on}, or {@code off} when the operator has switched it off
 * @param lastSweepAt when the latest sweep ended; null before the first
 * @param callsChecked finished calls that the last sweeps have looked at
 * @param missedLastSweep calls among them of which a webhook should have told, and had not; they are repaired
 * @param missedTotal such calls since the account was connected
 * @param webhookHealth {@code unhealthy} when three sweeps in a row have found such calls, else {@code healthy}
 */
record ReconciliationView(
        @Schema(
                enumeration = {"on", "off"},
                examples = "on")
        String status,

        @Schema(examples = "2026-03-17T14:00:04Z") @Nullable Instant lastSweepAt,
        @Schema(examples = "412") long callsChecked,
        @Schema(examples = "0") long missedLastSweep,
        @Schema(examples = "3") long missedTotal,

        @Schema(
                enumeration = {"healthy", "unhealthy"},
                examples = "healthy")
        String webhookHealth) {
    static final ReconciliationView OFF = new ReconciliationView("off", null, 0, 0, 0, "healthy");

    static ReconciliationView of(List<Sweeps> sweeps) {
        return new ReconciliationView(
                "on",
                sweeps.stream()
                        .map(Sweeps::lastAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                sweeps.stream().mapToLong(Sweeps::looked).sum(),
                sweeps.stream().mapToLong(Sweeps::missed).sum(),
                sweeps.stream().mapToLong(Sweeps::missedInTotal).sum(),
                sweeps.stream().anyMatch(Sweeps::isUnhealthy) ? "unhealthy" : "healthy");
    }
}
