package io.ctmconnect.credentials;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The account's connection and its health.
 *
 * @param user the CTM user; null when connected with API keys
 * @param status {@code connected}, or {@code token_invalidated} when CTM refuses the stored credentials
 * @param config the chosen CTM account; null when none is chosen
 * @param lastSuccessAt when CTM last answered, to the minute; null before the first answer
 * @param lastWebhookAt when the last call event came in, to the minute; null before the first
 * @param invalidatedAt since when CTM refuses; null while connected
 * @param activeCampaigns campaigns of the account that are fed by this integration
 * @param reconciliation whether CTM's calls are all here, as far as webhooks should have told of them
 * @param history how far the chosen CTM accounts' past calls are stored
 */
record ConnectionStatusView(
        @Schema(examples = "6655a1f0c2d3e4f5a6b7c8d9") String id,
        @Schema(examples = "owner@agency.example") @Nullable String user,

        @Schema(
                enumeration = {"connected", "token_invalidated"},
                examples = "connected")
        String status,

        @Nullable ConfigView config,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant lastWebhookAt,
        @Nullable Instant invalidatedAt,
        @Schema(examples = "2") long activeCampaigns,
        ReconciliationView reconciliation,
        HistoryView history) {

    static ConnectionStatusView of(
            Connection connection, @Nullable UserConfig config, long activeCampaigns, ReadCalls calls) {
        return new ConnectionStatusView(
                connection.id().toHexString(),
                connection.user(),
                connection.tokenInvalidated() ? "token_invalidated" : "connected",
                config == null ? null : ConfigView.of(config),
                connection.lastSuccessAt(),
                connection.lastWebhookAt(),
                connection.invalidatedAt(),
                activeCampaigns,
                calls.reconciliation(connection.id()),
                calls.history(connection.id(), config != null));
    }
}
