package io.ctmconnect.credentials;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Which CTM account a platform account uses.
 *
 * @param accountId the platform account
 * @param token the connection's id
 * @param calltrackingAccountId CTM's account id
 * @param calltrackingSubAccountId CTM's account id of the sub-account; null when none is chosen
 */
record ConfigView(
        @Schema(examples = "6655a20bc2d3e4f5a6b7c8da") String id,
        @Schema(examples = "5f0e1d2c3b4a596877869504") String accountId,
        @Schema(examples = "6655a1f0c2d3e4f5a6b7c8d9") String token,
        @Schema(examples = "482913") String calltrackingAccountId,
        @Schema(examples = "482914") @Nullable String calltrackingSubAccountId,
        @JsonProperty("createdAt") Instant createdAt,
        @JsonProperty("updatedAt") Instant updatedAt) {

    static ConfigView of(UserConfig config) {
        return new ConfigView(
                config.id().toHexString(),
                config.account().toHexString(),
                config.token(),
                config.ctmAccount(),
                config.ctmSubAccount(),
                config.createdAt(),
                config.updatedAt());
    }
}
