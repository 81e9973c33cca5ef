package io.ctmconnect.secrets;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SecretTest {
    private record Holder(Secret password) {}

    @Test
    void itNeverPrints() {
        Secret secret = Secret.of("hunter2");

        assertThat(secret).hasToString("***");
        assertThat("password: " + secret).isEqualTo("password: ***");
        assertThat(new Holder(secret).toString()).doesNotContain("hunter2");
        assertThat(String.format("%s", secret)).isEqualTo("***");
    }

    @Test
    void itIsRevealedToWhoAsks() {
        assertThat(Secret.of("  hunter2\n").reveal()).isEqualTo("  hunter2\n");
    }

    @Property
    void equalTextsAreEqualSecrets(@ForAll String text) {
        Secret copy = Secret.of(String.valueOf(text.toCharArray()));

        assertThat(Secret.of(text)).isEqualTo(copy).hasSameHashCodeAs(copy);
    }

    @Property
    void otherTextsAreOtherSecrets(@ForAll int one, @ForAll int other) {
        Assume.that(one != other);

        assertThat(Secret.of("x" + one)).isNotEqualTo(Secret.of("x" + other));
    }

    @Test
    void aSecretIsNoText() {
        assertThat((Object) Secret.of("a")).isNotEqualTo("a").isNotEqualTo(null);
    }
}
