package io.ctmconnect.idempotency;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ctmconnect.http.Fields;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static io.ctmconnect.http.ApiErrors.violationsOf;
import static org.assertj.core.api.Assertions.assertThat;

class IdempotencyKeyTest {
    private final Fields fields = Fields.of(JsonNodeFactory.instance.objectNode());

    private @Nullable String read(String... keys) {
        return IdempotencyKey.of(List.of(keys), fields);
    }

    @Test
    void aRequestNeedNotHaveOne() {
        assertThat(IdempotencyKey.of(null, fields)).isNull();
        assertThat(read()).isNull();
        fields.check();
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", "5f0e1d2c-3b4a", "any text, with spaces ~!"})
    void itIsPrintable(String key) {
        assertThat(read(key)).isEqualTo(key);
        assertThat(read("k".repeat(255))).hasSize(255);
        fields.check();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "caf\u00e9", "a\tb"})
    void anythingElseIsAViolation(String key) {
        read(key);

        assertThat(violationsOf(fields::check))
                .containsExactly("Idempotency-Key must be given once, with 1 to 255 printable ASCII characters");
    }

    @Test
    void itIsBoundedAndGivenOnce() {
        read("k".repeat(256));
        assertThat(violationsOf(fields::check)).hasSize(1);
        read("one", "two");
        assertThat(violationsOf(fields::check)).hasSize(1);
    }
}
