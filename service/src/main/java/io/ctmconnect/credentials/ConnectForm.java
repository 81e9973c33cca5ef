package io.ctmconnect.credentials;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.ctm.CtmKeys;
import io.ctmconnect.http.Fields;
import io.ctmconnect.secrets.Secret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * The body of POST /auth: {@code username} and {@code password}, or {@code access_key} and {@code secret}.
 *
 * @param username a CTM user
 * @param password the user's
 * @param accessKey an API key from CTM's settings page
 * @param secret the API key's
 */
@Schema(description = "Either `username` and `password`, or `access_key` and `secret`")
record ConnectForm(
        @Schema(examples = "owner@agency.example") @Nullable String username,

        @Schema(implementation = String.class, format = "password") @Nullable
        Secret password,

        @Schema(implementation = String.class, description = "From CTM's settings page") @Nullable
        Secret accessKey,

        @Schema(implementation = String.class, format = "password") @Nullable
        Secret secret) {
    private static final String ONE_PAIR = "must not be given together with username or password";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ConnectForm of(JsonNode body) {
        Fields fields = Fields.of(body);
        boolean byKeys = fields.has("access_key") || fields.has("secret");
        if (byKeys && (fields.has("username") || fields.has("password"))) {
            fields.note("access_key", ONE_PAIR);
        }
        ConnectForm form = byKeys
                ? new ConnectForm(
                        null, null, Secret.of(fields.required("access_key")), Secret.of(fields.required("secret")))
                : new ConnectForm(fields.required("username"), Secret.of(fields.secret("password")), null, null);
        fields.check();
        return form;
    }

    CtmLogin login() {
        return accessKey != null && secret != null
                ? new CtmLogin.Keys(new CtmKeys(accessKey, secret))
                : new CtmLogin.User(Objects.requireNonNull(username), Objects.requireNonNull(password));
    }
}
