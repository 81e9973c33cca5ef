package io.ctmconnect.notifications;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.notifications.AccessTokens.NoAccessTokenException;
import io.ctmconnect.notifications.FakeGoogle.Reply;
import io.ctmconnect.notifications.SendResult.TryAgain;
import io.ctmconnect.secrets.Secret;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@SuppressWarnings("NullAway.Init")
class AccessTokensTest {
    private final MovableClock clock = new MovableClock();
    private FakeGoogle google;
    private AccessTokens tokens;

    @BeforeEach
    void start() throws IOException {
        google = FakeGoogle.start();
        tokens = new AccessTokens(new GoogleTransport(), clock);
    }

    @AfterEach
    void stop() {
        google.close();
    }

    private String current() throws NoAccessTokenException {
        return tokens.current(google.account()).reveal();
    }

    private TryAgain failure() {
        return catchThrowableOfType(NoAccessTokenException.class, this::current).result();
    }

    @Test
    void theAccountsKeySignsTheRequest() throws Exception {
        current();

        JsonWebSignature jwt = new JsonWebSignature();
        jwt.setCompactSerialization(google.assertions().getFirst());
        jwt.setKey(FakeGoogle.KEYS.getPublic());
        assertThat(jwt.verifySignature()).isTrue();
        assertThat(jwt.getAlgorithmHeaderValue()).isEqualTo("RS256");
        assertThat(jwt.getKeyIdHeaderValue()).isEqualTo("key-1");
        JsonNode claims = GoogleJson.read(jwt.getPayload());
        assertThat(claims.path("iss").asText()).isEqualTo(FakeGoogle.EMAIL);
        assertThat(claims.path("aud").asText()).isEqualTo(google.url() + "/token");
        assertThat(claims.path("scope").asText()).isEqualTo("https://www.googleapis.com/auth/firebase.messaging");
        assertThat(claims.path("iat").asLong()).isEqualTo(MovableClock.START.getEpochSecond());
        assertThat(claims.path("exp").asLong()).isEqualTo(MovableClock.START.getEpochSecond() + 3600);
    }

    @Test
    void aTokenIsKeptUntilFiveMinutesBeforeItsEnd() throws Exception {
        assertThat(current()).isEqualTo("access-1");
        clock.move(Duration.ofMinutes(55).minusSeconds(1));
        assertThat(current()).isEqualTo("access-1");
        clock.move(Duration.ofSeconds(1));
        assertThat(current()).isEqualTo("access-2");
        assertThat(google.assertions()).hasSize(2);
    }

    @Test
    void aShortLivedTokenIsRenewedAtHalfItsLife() throws Exception {
        google.planToken(FakeGoogle.granted("short", 60));

        assertThat(current()).isEqualTo("short");
        clock.move(Duration.ofSeconds(29));
        assertThat(current()).isEqualTo("short");
        clock.move(Duration.ofSeconds(1));
        assertThat(current()).isEqualTo("access-2");
    }

    @Test
    void aTokenIsUsedToItsEndWhileItCannotBeRenewed() throws Exception {
        current();
        google.planToken(new Reply(500, ""), new Reply(500, ""), new Reply(500, ""));

        clock.move(Duration.ofMinutes(56));
        assertThat(current()).isEqualTo("access-1");
        clock.move(Duration.ofMinutes(4).minusSeconds(1));
        assertThat(current()).isEqualTo("access-1");
        clock.move(Duration.ofSeconds(1));
        assertThat(failure()).isEqualTo(new TryAgain("no access token: HTTP 500"));
    }

    @Test
    void aRefusedTokenIsReplacedOnce() throws Exception {
        Secret first = tokens.current(google.account());

        Secret second = tokens.insteadOf(first, google.account());
        assertThat(second.reveal()).isEqualTo("access-2");
        assertThat(tokens.insteadOf(first, google.account())).isEqualTo(second);
        assertThat(google.assertions()).hasSize(2);
    }

    @Test
    void whoComesTogetherSharesOneToken() throws Exception {
        Set<String> got = new HashSet<>();
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> one = this::current;
            for (var answer :
                    together.invokeAll(IntStream.range(0, 20).mapToObj(_ -> one).toList())) {
                got.add(answer.get());
            }
        }

        assertThat(got).containsExactly("access-1");
        assertThat(google.assertions()).hasSize(1);
    }

    @Test
    void whatGoogleSaysIsNamedByItsWordAlone() {
        google.planToken(
                new Reply(400, "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid JWT Signature.\"}"),
                new Reply(503, "<html>canary</html>", "Retry-After: 90"),
                new Reply(200, "{\"access_token\":\"\"}"),
                new Reply(200, "canary"));

        assertThat(failure()).isEqualTo(new TryAgain("no access token: invalid_grant"));
        assertThat(failure()).isEqualTo(new TryAgain(Optional.of(Duration.ofSeconds(90)), "no access token: HTTP 503"));
        assertThat(failure()).isEqualTo(new TryAgain("no access token: HTTP 200"));
        assertThat(failure()).isEqualTo(new TryAgain("no access token: HTTP 200"));
    }

    @Test
    void aTokenEndpointThatIsAwayIsTriedAgainLater() {
        google.close();

        assertThat(failure()).isEqualTo(new TryAgain("no access token: the connection failed"));
    }
}
