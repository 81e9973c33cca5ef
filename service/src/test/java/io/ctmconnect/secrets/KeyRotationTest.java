package io.ctmconnect.secrets;

import com.google.crypto.tink.KeysetHandle;
import io.ctmconnect.secrets.SecretBox.Place;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeyRotationTest {
    private static final Place PLACE = new Place("keys", "6655a1f0c2d3e4f5a6b7c8d9", "password");
    private static final Secret SECRET = Secret.of("correct horse battery staple");

    private final KeysetHandle first = Keysets.read(Keysets.generate());
    private final KeysetHandle prepared = KeyRotation.prepared(first);
    private final KeysetHandle promoted = KeyRotation.promoted(prepared);

    private static String sealed(KeysetHandle keyset) {
        return SecretBox.of(keyset).seal(SECRET, PLACE);
    }

    private static boolean opens(KeysetHandle keyset, String sealed) {
        return SecretBox.of(keyset).opens(sealed, PLACE);
    }

    @Test
    void aPreparedKeyOpensAndDoesNotSeal() {
        assertThat(prepared.size()).isEqualTo(2);
        assertThat(KeyRotation.waiting(prepared)).hasSize(1);
        assertThat(KeyRotation.old(prepared)).isEmpty();
        assertThat(opens(first, sealed(prepared))).isTrue();
        assertThat(opens(prepared, sealed(promoted))).isTrue();
    }

    @Test
    void aPromotedKeySealsAndTheOldOneOpens() {
        assertThat(KeyRotation.waiting(promoted)).isEmpty();
        assertThat(KeyRotation.old(promoted)).containsExactly(first.getPrimary().getId());
        assertThat(opens(promoted, sealed(first))).isTrue();
        assertThat(opens(first, sealed(promoted))).isFalse();
    }

    @Test
    void afterPruningTheOldKeyOpensNothing() {
        KeysetHandle pruned = KeyRotation.pruned(promoted);

        assertThat(pruned.size()).isEqualTo(1);
        assertThat(opens(pruned, sealed(first))).isFalse();
        assertThat(opens(pruned, sealed(promoted))).isTrue();
    }

    @Test
    void aKeyThatWaitsIsNotPruned() {
        KeysetHandle waiting = KeyRotation.prepared(promoted);

        KeysetHandle pruned = KeyRotation.pruned(waiting);

        assertThat(KeyRotation.waiting(pruned)).isEqualTo(KeyRotation.waiting(waiting));
        assertThat(KeyRotation.old(pruned)).isEmpty();
    }

    @Test
    void thePrimaryKeyAloneOpensWhatItHasSealed() {
        KeysetHandle alone = KeyRotation.primaryAlone(KeyRotation.prepared(promoted));

        assertThat(alone.size()).isEqualTo(1);
        assertThat(opens(alone, sealed(promoted))).isTrue();
        assertThat(opens(alone, sealed(first))).isFalse();
    }

    @Test
    void nothingIsPromotedWhereNoKeyWaits() {
        assertThatThrownBy(() -> KeyRotation.promoted(first)).isInstanceOf(IllegalArgumentException.class);
    }

    /** What operators may do in any order: true is prepare, false is promote. */
    @Property(tries = 100)
    void whateverWasSealedOpensUntilItIsPruned(@ForAll List<Boolean> steps) {
        KeysetHandle keyset = Keysets.read(Keysets.generate());
        List<String> sealed = new ArrayList<>(List.of(sealed(keyset)));
        for (boolean prepare : steps.subList(0, Math.min(steps.size(), 12))) {
            keyset = prepare || KeyRotation.waiting(keyset).isEmpty()
                    ? KeyRotation.prepared(keyset)
                    : KeyRotation.promoted(keyset);
            sealed.add(sealed(keyset));
        }

        KeysetHandle all = keyset;
        assertThat(sealed).allMatch(text -> opens(all, text));
        assertThat(opens(KeyRotation.pruned(all), sealed.getLast())).isTrue();
        assertThat(opens(Keysets.read(Keysets.json(all)), sealed.getFirst())).isTrue();
    }
}
