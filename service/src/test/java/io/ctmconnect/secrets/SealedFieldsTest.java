package io.ctmconnect.secrets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SealedFieldsTest {
    private static final SealedFields FIELDS = SealedFields.of("keys", "password", "secret");

    @Test
    void onlyWhatIsNamedIsSealed() {
        assertThat(FIELDS.place("1", "secret")).isEqualTo(new SecretBox.Place("keys", "1", "secret"));
        assertThatThrownBy(() -> FIELDS.place("1", "user")).hasMessage("keys has no sealed field user");
    }
}
