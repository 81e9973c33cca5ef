package io.ctmconnect.credentials;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of POST /auth/config.
 *
 * @param token the connection's id
 * @param accountId CTM's account id
 * @param subaccountId CTM's account id of the sub-account; leaving it out removes it
 */
record ConfigForm(
        @Schema(required = true, examples = "6655a1f0c2d3e4f5a6b7c8d9")
        String token,

        @Schema(required = true, examples = "482913") String accountId,
        @Schema(examples = "482914") @Nullable String subaccountId) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ConfigForm of(JsonNode body) {
        Fields fields = Fields.of(body);
        ConfigForm form = new ConfigForm(
                fields.objectId("token"), fields.ctmId("account_id"), fields.optionalCtmId("subaccount_id"));
        fields.check();
        return form;
    }
}
