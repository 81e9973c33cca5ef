package io.ctmconnect.credentials;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.ctm.CtmKeys;
import io.ctmconnect.http.Fields;
import io.ctmconnect.secrets.Secret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of POST /auth: {@code username} and {@code password}, or {@code access_key} and {@code secret}. */
@Schema(implementation = ConnectForm.Wire.class)
record ConnectForm(CtmLogin login) {
    private static final String BOTH = "must not be given together with username or password";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ConnectForm of(JsonNode body) {
        Fields fields = Fields.of(body);
        ConnectForm form =
                new ConnectForm(fields.has("access_key") || fields.has("secret") ? keys(fields) : user(fields));
        fields.check();
        return form;
    }

    private static CtmLogin keys(Fields fields) {
        if (fields.has("username") || fields.has("password")) {
            fields.note("access_key", BOTH);
        }
        return new CtmLogin.Keys(
                new CtmKeys(Secret.of(fields.required("access_key")), Secret.of(fields.required("secret"))));
    }

    private static CtmLogin user(Fields fields) {
        return new CtmLogin.User(fields.required("username"), Secret.of(fields.secret("password")));
    }

    /** What the body looks like, for the API's description. */
    @Schema(name = "ConnectForm", description = "A CTM user, or API keys from CTM's settings page; one pair of them.")
    record Wire(
            @Schema(examples = "owner@agency.example") String username,

            @Schema(examples = "correct horse battery staple", format = "password")
            String password,

            @Schema(examples = "a1b2c3d4e5f60718293a4b5c6d7e8f90")
            String accessKey,

            @Schema(examples = "0f1e2d3c4b5a69788796a5b4c3d2e1f0", format = "password")
            String secret) {}
}
