package io.ctmconnect.auth;

import com.sun.net.httpserver.HttpServer;
import io.ctmconnect.http.ApiErrors;
import io.ctmconnect.http.ApiException;
import org.bson.types.ObjectId;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Key;

import static io.ctmconnect.auth.Tokens.claims;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class KeySetTokensTest {
    private static final RsaJsonWebKey RSA = Tokens.rsa("r1");
    private static final RsaJsonWebKey LATER = Tokens.rsa("r2");
    private static final EllipticCurveJsonWebKey EC = Tokens.ec("e1");

    private volatile int status = 200;
    private volatile String body = new JsonWebKeySet(RSA, EC).toJson();

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @BeforeEach
    void serveKeys() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private TokenVerifier verifier() {
        URI url = URI.create("http://localhost:" + server.getAddress().getPort() + "/keys");
        return new TokenVerifier(new AuthSettings(null, null, url));
    }

    private static String rs256(Key key, String keyId) {
        return Tokens.sign("RS256", key, keyId, claims());
    }

    private static void assertRefused(TokenVerifier verifier, String token, String code) {
        assertThat(ApiErrors.thrownBy(() -> verifier.verify(token)).code()).isEqualTo(code);
    }

    @Test
    void aKeyOfTheSetVerifies() {
        TokenVerifier verifier = verifier();

        assertThat(verifier.verify(rs256(RSA.getPrivateKey(), "r1")).user()).isEqualTo("u1");
        assertThat(verifier.verify(Tokens.sign("ES256", EC.getPrivateKey(), "e1", claims()))
                        .user())
                .isEqualTo("u1");
    }

    @Test
    void anUnknownKeyIdIsRefused() {
        assertRefused(verifier(), rs256(LATER.getPrivateKey(), "r2"), "UNAUTHORIZED");
    }

    @Test
    void anotherKeyUnderAKnownIdIsRefused() {
        assertRefused(verifier(), rs256(LATER.getPrivateKey(), "r1"), "UNAUTHORIZED");
    }

    @Test
    void aPublicKeyOfTheSetIsNoSecretForHs256() {
        Key key = new HmacKey(RSA.getPublicKey().getEncoded());

        assertRefused(verifier(), Tokens.sign("HS256", key, "r1", claims()), "UNAUTHORIZED");
    }

    @Test
    void aKeyThatJoinsTheSetLaterVerifies() {
        TokenVerifier verifier = verifier();
        verifier.verify(rs256(RSA.getPrivateKey(), "r1"));

        body = new JsonWebKeySet(RSA, LATER).toJson();

        String token = rs256(LATER.getPrivateKey(), "r2");
        await().ignoreExceptionsInstanceOf(ApiException.class)
                .until(() -> verifier.verify(token).account(), new ObjectId(Tokens.ACCOUNT)::equals);
    }

    @Test
    void knownKeysVerifyWhileTheSetCannotBeFetched() {
        TokenVerifier verifier = verifier();
        verifier.verify(rs256(RSA.getPrivateKey(), "r1"));

        server.stop(0);

        assertThat(verifier.verify(rs256(RSA.getPrivateKey(), "r1")).user()).isEqualTo("u1");
    }

    @Test
    void aSetThatCannotBeFetchedIsNotTheTokensFault() {
        TokenVerifier verifier = verifier();
        server.stop(0);

        String token = rs256(RSA.getPrivateKey(), "r1");

        assertThat(ApiErrors.thrownBy(() -> verifier.verify(token)).errno()).isEqualTo(503);
        assertRefused(verifier, token, "UNAVAILABLE");
    }

    @ParameterizedTest
    @CsvSource({"500,down", "404,nothing", "200,<html>", "200,[]", "200,''"})
    void whatIsNoKeySetIsNotTheTokensFault(int otherStatus, String otherBody) {
        status = otherStatus;
        body = otherBody;

        assertRefused(verifier(), rs256(RSA.getPrivateKey(), "r1"), "UNAVAILABLE");
    }

    @Test
    void garbageIsRefusedEvenWhenTheSetCannotBeFetched() {
        TokenVerifier verifier = verifier();
        server.stop(0);

        assertRefused(verifier, "a.b.c", "UNAUTHORIZED");
        assertRefused(verifier, Tokens.hs256(claims(), "secret"), "UNAUTHORIZED");
    }
}
