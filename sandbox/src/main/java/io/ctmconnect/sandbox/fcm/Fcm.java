package io.ctmconnect.sandbox.fcm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.behaviour.Switches;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Params;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Request;
import io.ctmconnect.sandbox.http.Response;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The token endpoint and FCM's {@code messages:send}. It lives in real time also where CTM's clock was moved, because
 * assertions are dated by their sender's clock.
 */
public final class Fcm {

    /** Where access tokens are asked for. */
    public static final String TOKEN_PATH = "/fcm/token";

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final Pattern SEND = Pattern.compile("/v1/projects/([^/]+)/messages:send");
    private static final String BEARER = "Bearer ";

    private final String tokenUri;
    private final Switches switches;
    private final Clock clock;
    private final AccessTokens tokens;
    private final Script script = new Script();
    private final Sends sends;
    private @Nullable ServiceAccount account;

    /**
     * An FCM that knows one service account.
     *
     * @param origin scheme, host and port that it is reached at
     */
    public Fcm(String origin, Switches switches, Clock clock) {
        this.tokenUri = origin + TOKEN_PATH;
        this.switches = switches;
        this.clock = clock;
        this.tokens = new AccessTokens(clock);
        this.sends = new Sends(clock);
    }

    /** The service account's file, as Google's console gives it out. The key is made when it is first needed. */
    public String credentials() {
        return account().json().toPrettyString();
    }

    private synchronized ServiceAccount account() {
        ServiceAccount made = account == null ? ServiceAccount.create(tokenUri) : account;
        account = made;
        return made;
    }

    /** Whether a path belongs to FCM. */
    public boolean owns(String path) {
        return path.equals(TOKEN_PATH) || SEND.matcher(path).matches();
    }

    /** The answer to a request whose path {@linkplain #owns belongs here}. */
    public Response answer(Request request) {
        if (!request.method().equals("POST")) {
            return Response.error(405, "Method Not Allowed");
        }
        try {
            return request.path().equals(TOKEN_PATH) ? token(request.params()) : send(request);
        } catch (Refused refused) {
            return refused.response();
        }
    }

    private Response token(Params params) throws Refused {
        if (!params.text("grant_type").equals(GRANT)) {
            throw OAuthError.of("unsupported_grant_type", "Invalid grant_type: " + params.text("grant_type"));
        }
        Assertion.read(params.text("assertion")).verify(account(), clock.instant());
        int seconds = switches.now().fcmTokenSeconds();
        return Response.ok(Json.object()
                .put("access_token", tokens.issue(Duration.ofSeconds(seconds)))
                .put("expires_in", seconds)
                .put("token_type", "Bearer"));
    }

    private Response send(Request request) throws Refused {
        String header = request.authorization();
        if (!header.startsWith(BEARER) || !tokens.holds(header.substring(BEARER.length()))) {
            throw new Refused(FcmError.UNAUTHENTICATED.response());
        }
        Matcher path = SEND.matcher(request.path());
        if (!path.matches() || !path.group(1).equals(ServiceAccount.PROJECT)) {
            throw new Refused(FcmError.PERMISSION_DENIED.response());
        }
        JsonNode body = body(request);
        return deliver(
                MessageRules.check(body),
                body.path("validate_only").asBoolean(body.path("validateOnly").asBoolean()));
    }

    private static JsonNode body(Request request) throws Refused {
        try {
            return Json.read(request.body().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Refused(FcmError.violation("", "Invalid JSON payload received."));
        }
    }

    private Response deliver(ObjectNode message, boolean validateOnly) {
        Optional<Response> error = script.strike(message.path("token").asText(""));
        if (error.isPresent()) {
            sends.add(message, error.get().status(), "");
            return error.get();
        }
        String id = validateOnly ? "fake_message_id" : UUID.randomUUID().toString();
        String name = "projects/" + ServiceAccount.PROJECT + "/messages/" + id;
        if (!validateOnly) {
            sends.add(message, 200, name);
        }
        return Response.ok(Json.object().put("name", name));
    }

    /** What was sent to a device, or to all when the token is empty: {@code messages} and {@code refused}. */
    public ObjectNode sent(String token, long since) {
        ObjectNode answer = Json.object();
        answer.set("messages", sends.list(token, since, true));
        answer.set("refused", sends.list(token, since, false));
        return answer.put("access_tokens_issued", tokens.issued());
    }

    /** Orders an error for sends to come: {@code {error, token?, times?, retry_after?}}. */
    public ObjectNode fail(ObjectNode order) throws Refused {
        script.add(order);
        return errors();
    }

    /** The errors in force. */
    public ObjectNode errors() {
        ObjectNode answer = Json.object();
        answer.set("errors", script.list());
        return answer;
    }

    /** Ends all ordered errors. */
    public void heal() {
        script.clear();
    }

    /** Ends all access tokens. */
    public void revoke() {
        tokens.revoke();
    }

    /** Forgets what was sent. */
    public void forget() {
        sends.clear();
    }
}
