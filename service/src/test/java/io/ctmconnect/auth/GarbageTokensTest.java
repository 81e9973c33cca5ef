package io.ctmconnect.auth;

import io.ctmconnect.http.ApiErrors;
import io.ctmconnect.secrets.Secret;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import static io.ctmconnect.auth.Tokens.ACCOUNT;
import static io.ctmconnect.auth.Tokens.claims;
import static org.assertj.core.api.Assertions.assertThat;

class GarbageTokensTest {
    private static final String SECRET = "a secret that the platform shares with us";
    private static final TokenVerifier VERIFIER = new TokenVerifier(new AuthSettings(Secret.of(SECRET), null, null));

    private static void assertRefused(String token) {
        assertThat(ApiErrors.thrownBy(() -> VERIFIER.verify(token)).code()).isEqualTo("UNAUTHORIZED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "5", "\"text\"", "", "{", "{\"exp\":1}"})
    void aPayloadThatIsNoSetOfClaimsIsRefused(String payload) {
        assertRefused(Tokens.sign("HS256", Tokens.hmac(SECRET), null, payload));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"alg\":5}",
                "{\"alg\":null}",
                "{\"alg\":[\"HS256\"]}",
                "{\"alg\":\"hs256\"}",
                "{\"alg\":\"dir\",\"enc\":\"A256GCM\"}",
                "{\"alg\":\"HS256\",\"crit\":[\"x\"],\"x\":1}",
                "[]",
                "null"
            })
    void aStrangeHeaderIsRefused(String header) {
        String good = Tokens.hs256(claims(), SECRET);
        String payload = good.substring(good.indexOf('.') + 1, good.lastIndexOf('.'));
        String signature = good.substring(good.lastIndexOf('.') + 1);

        assertRefused(base64(header) + "." + payload + "." + signature);
        assertRefused(base64(header) + "." + payload + ".");
        assertRefused(base64(header) + ".." + payload + "." + signature + "." + signature);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "....", "a.b.c", "Bearer x"})
    void whatIsNoTokenIsRefused(String token) {
        assertRefused(token);
    }

    @Property(tries = 500)
    void noTextIsLetInByChance(@ForAll("nearTokens") String token) {
        assertRefused(token);
    }

    @Provide
    Arbitrary<String> nearTokens() {
        Arbitrary<String> json = Arbitraries.of(
                "{\"alg\":\"HS256\"}",
                "{\"alg\":\"none\"}",
                "{\"alg\":\"RS256\"}",
                "{\"account_id\":\"" + ACCOUNT + "\"}");
        Arbitrary<String> part = Arbitraries.oneOf(
                json.map(GarbageTokensTest::base64), Arbitraries.strings().ofMaxLength(30), Arbitraries.just(""));
        Arbitrary<String> parts = part.list().ofMaxSize(6).map(list -> String.join(".", list));
        return Arbitraries.oneOf(parts, Arbitraries.strings());
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
