package io.ctmconnect.credentials;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A connection as it was saved. Holds no credential.
 *
 * @param id the {@code tokenId} of the other routes
 * @param accountId the platform account
 * @param user the CTM user; null when connected with API keys
 * @param tokenInvalidated whether CTM refuses the stored credentials
 */
record ConnectionView(
        @Schema(examples = "6655a1f0c2d3e4f5a6b7c8d9") String id,
        @Schema(examples = "5f0e1d2c3b4a596877869504") String accountId,
        @Schema(examples = "owner@agency.example") @Nullable String user,
        boolean tokenInvalidated,
        @JsonProperty("createdAt") Instant createdAt,
        @JsonProperty("updatedAt") Instant updatedAt) {

    static ConnectionView of(Connection connection) {
        return new ConnectionView(
                connection.id().toHexString(),
                connection.account().toHexString(),
                connection.user(),
                connection.tokenInvalidated(),
                connection.createdAt(),
                connection.updatedAt());
    }
}
