package io.ctmconnect.webhooks;

import io.ctmconnect.secrets.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

class SignatureTest {
    private static final Secret SECRET = Secret.of("ctm_demo_secret_0123456789abcdef0123");
    private static final String TIME = "1773754951";
    private static final String VALUE = "6Ex5fkXr4NkuyDIcIQRwUNOI2Mg=";
    private static final byte[] BODY =
            ("{\"id\":3187264501,\"sid\":\"CA5f0e1d2c3b4a59687f6e5d4c3b2a1908\",\"account_id\":482913,"
                            + "\"direction\":\"inbound\",\"call_status\":\"answered\"}")
                    .getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {VALUE, " " + VALUE + "\n"})
    void theSampleOfCtmsFormatVerifies(String value) {
        assertThat(new Signature(TIME, value).isBy(SECRET, BODY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "6ex5fkXr4NkuyDIcIQRwUNOI2Mg=", "\u00e9", "6Ex5fkXr4NkuyDIcIQRwUNOI2Mg"})
    void anythingElseDoesNot(String value) {
        assertThat(new Signature(TIME, value).isBy(SECRET, BODY)).isFalse();
    }

    @Test
    void timeBodyAndSecretAreAllSigned() {
        byte[] changed = BODY.clone();
        changed[10]++;

        assertThat(new Signature("1773754952", VALUE).isBy(SECRET, BODY)).isFalse();
        assertThat(new Signature(TIME, VALUE).isBy(SECRET, changed)).isFalse();
        assertThat(new Signature(TIME, VALUE).isBy(Secret.of("another"), BODY)).isFalse();
    }
}
