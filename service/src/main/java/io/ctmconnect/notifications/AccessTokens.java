package io.ctmconnect.notifications;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.secrets.Secret;
import jakarta.inject.Singleton;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The service account's access token for FCM, by OAuth 2's JWT bearer grant (RFC 7523): a request that the account's key
 * signs, posted to the file's own {@code token_uri}. One token is kept and shared. It is renewed {@link #AHEAD} of its end;
 * while that fails it is used to its end.
 */
@Singleton
class AccessTokens {
    /** So long before its end a token is renewed. */
    static final Duration AHEAD = Duration.ofMinutes(5);

    private static final String SCOPE = "https://www.googleapis.com/auth/firebase.messaging";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final Duration LIFE_OF_REQUEST = Duration.ofHours(1);

    private final GoogleTransport transport;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Kept kept;

    AccessTokens(GoogleTransport transport, InstantSource clock) {
        this.transport = transport;
        this.clock = clock;
    }

    private record Kept(Secret token, Instant renewAt, Instant end) {}

    /** There is no access token; why, and when to try again, is in the result. */
    static final class NoAccessTokenException extends Exception {
        private final transient SendResult.TryAgain result;

        NoAccessTokenException(SendResult.TryAgain result) {
            super(result.reason());
            this.result = result;
        }

        SendResult.TryAgain result() {
            return result;
        }
    }

    /** A token that is good for some minutes yet. Who comes while it is fetched waits and shares it. */
    Secret current(ServiceAccount account) throws NoAccessTokenException {
        lock.lock();
        try {
            Instant now = clock.instant();
            if (kept == null || !now.isBefore(kept.end())) {
                return fetch(account);
            }
            return now.isBefore(kept.renewAt()) ? kept.token() : renewedAhead(account, kept);
        } finally {
            lock.unlock();
        }
    }

    /** Another token than the one that FCM has refused. */
    Secret insteadOf(Secret refused, ServiceAccount account) throws NoAccessTokenException {
        lock.lock();
        try {
            return kept == null || kept.token().equals(refused) ? fetch(account) : kept.token();
        } finally {
            lock.unlock();
        }
    }

    private Secret renewedAhead(ServiceAccount account, Kept old) {
        try {
            return fetch(account);
        } catch (NoAccessTokenException _) {
            return old.token();
        }
    }

    private Secret fetch(ServiceAccount account) throws NoAccessTokenException {
        Instant asked = clock.instant();
        GoogleTransport.Reply reply = ask(account, asked);
        JsonNode answer = GoogleJson.read(reply.body());
        String token = answer.path("access_token").asText();
        if (reply.status() != 200 || token.isEmpty()) {
            throw new NoAccessTokenException(new SendResult.TryAgain(
                    RetryAfter.of(reply.retryAfter(), asked), "no access token: " + error(reply.status(), answer)));
        }
        Duration life = Duration.ofSeconds(answer.path("expires_in").asLong(LIFE_OF_REQUEST.toSeconds()));
        Instant end = asked.plus(life);
        Instant renewAt = life.compareTo(AHEAD.multipliedBy(2)) > 0 ? end.minus(AHEAD) : asked.plus(life.dividedBy(2));
        kept = new Kept(Secret.of(token), renewAt, end);
        return kept.token();
    }

    private GoogleTransport.Reply ask(ServiceAccount account, Instant now) throws NoAccessTokenException {
        String form = "grant_type=" + encoded(GRANT) + "&assertion=" + encoded(assertion(account, now));
        try {
            return transport.post(account.tokenUri(), "application/x-www-form-urlencoded", form, null);
        } catch (IOException e) {
            throw new NoAccessTokenException(new SendResult.TryAgain("no access token: " + e.getMessage()));
        }
    }

    private static String assertion(ServiceAccount account, Instant now) {
        JsonWebSignature jwt = new JsonWebSignature();
        jwt.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        jwt.setHeader("typ", "JWT");
        if (!account.privateKeyId().isEmpty()) {
            jwt.setKeyIdHeaderValue(account.privateKeyId());
        }
        jwt.setKey(account.privateKey());
        jwt.setPayload(GoogleJson.write(Map.of(
                "iss", account.clientEmail(),
                "scope", SCOPE,
                "aud", account.tokenUri().toString(),
                "iat", now.getEpochSecond(),
                "exp", now.plus(LIFE_OF_REQUEST).getEpochSecond())));
        try {
            return jwt.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the service account's key does not sign", e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** OAuth's own word, which is safe to show, else the status. */
    private static String error(int status, JsonNode answer) {
        String error = answer.path("error").asText();
        return error.matches("[a-z_]{1,40}") ? error : "HTTP " + status;
    }
}
