package io.ctmconnect.app;

import com.google.crypto.tink.KeysetHandle;
import io.ctmconnect.secrets.KeyRotation;
import io.ctmconnect.secrets.Keysets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RotationStepTest {
    private final KeysetHandle keyset = Keysets.read(Keysets.generate());

    @Test
    void twoStepsDoWhatOneDoes() {
        KeysetHandle inTwo = RotationStep.PROMOTE.of(RotationStep.PREPARE.of(keyset));
        KeysetHandle inOne = RotationStep.ROTATE.of(keyset);

        assertThat(KeyRotation.old(inTwo)).isEqualTo(KeyRotation.old(inOne)).hasSize(1);
        assertThat(KeyRotation.waiting(inTwo))
                .isEqualTo(KeyRotation.waiting(inOne))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PREPARE", "ROTATE"})
    void noSecondKeyIsAddedWhileOneWaits(RotationStep step) {
        KeysetHandle prepared = RotationStep.PREPARE.of(keyset);

        assertThatThrownBy(() -> step.of(prepared))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("--promote");
    }

    @Test
    void nothingIsPromotedBeforeAKeyIsAdded() {
        assertThatThrownBy(() -> RotationStep.PROMOTE.of(keyset))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("--prepare");
    }
}
