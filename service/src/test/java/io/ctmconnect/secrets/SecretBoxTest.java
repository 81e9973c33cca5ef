package io.ctmconnect.secrets;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.ctmconnect.secrets.SecretBox.Place;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SecretBoxTest {
    private static final KeysetHandle KEYSET = Keysets.read(Keysets.generate());
    private static final SecretBox BOX = SecretBox.of(KEYSET);
    private static final Place PLACE = new Place("keys", "6655a1f0c2d3e4f5a6b7c8d9", "password");
    private static final Secret SECRET = Secret.of("correct horse battery staple");

    private static void assertDoesNotOpen(SecretBox box, String sealed, Place place) {
        assertThatThrownBy(() -> box.open(sealed, place))
                .isInstanceOf(UnreadableSecretException.class)
                .hasMessageContaining(place.collection())
                .hasMessageContaining(place.documentId())
                .hasMessageContaining(place.field())
                .hasMessageNotContaining(SECRET.reveal());
    }

    @Property(tries = 300)
    void anyTextComesBack(@ForAll("unicode") String text) {
        assertThat(BOX.open(BOX.seal(Secret.of(text), PLACE), PLACE).reveal()).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> unicode() {
        return Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .list()
                .ofMaxSize(60)
                .map(points -> points.stream().map(Character::toString).reduce("", String::concat));
    }

    @Test
    void theSealedTextIsBase64WithoutTheSecret() {
        String sealed = BOX.seal(SECRET, PLACE);

        assertThat(new String(Base64.getDecoder().decode(sealed), StandardCharsets.ISO_8859_1))
                .doesNotContain("horse");
    }

    @Test
    void twoSealsOfOneSecretDiffer() {
        assertThat(BOX.seal(SECRET, PLACE)).isNotEqualTo(BOX.seal(SECRET, PLACE));
    }

    @Test
    void itOpensAtItsPlaceOnly() {
        String sealed = BOX.seal(SECRET, PLACE);

        assertDoesNotOpen(BOX, sealed, new Place("keys", PLACE.documentId(), "secret"));
        assertDoesNotOpen(BOX, sealed, new Place("keys", "6655a1f0c2d3e4f5a6b7c8d8", "password"));
        assertDoesNotOpen(BOX, sealed, new Place("others", PLACE.documentId(), "password"));
        assertThat(BOX.open(sealed, PLACE)).isEqualTo(SECRET);
    }

    @Test
    void anotherKeysetDoesNotOpenIt() {
        SecretBox other = SecretBox.of(Keysets.read(Keysets.generate()));

        assertDoesNotOpen(other, BOX.seal(SECRET, PLACE), PLACE);
    }

    @Property(tries = 200)
    void aChangedBitMakesItUnreadable(@ForAll @IntRange(max = 10_000) int anyBit) {
        byte[] sealed = Base64.getDecoder().decode(BOX.seal(SECRET, PLACE));
        int bit = anyBit % (sealed.length * 8);
        sealed[bit / 8] ^= (byte) (1 << (bit % 8));

        assertDoesNotOpen(BOX, Base64.getEncoder().encodeToString(sealed), PLACE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64!", "correct horse battery staple"})
    void whatWasNeverSealedDoesNotOpen(String stored) {
        assertDoesNotOpen(BOX, stored, PLACE);
    }

    @Test
    void aRotatedKeysetOpensWhatTheOldKeySealed() throws GeneralSecurityException {
        String old = BOX.seal(SECRET, PLACE);
        SecretBox rotated = SecretBox.of(rotated());

        assertThat(rotated.open(old, PLACE)).isEqualTo(SECRET);
    }

    @Test
    void aRotatedKeysetSealsWithTheNewKey() throws GeneralSecurityException {
        SecretBox rotated = SecretBox.of(rotated());
        String fresh = rotated.seal(SECRET, PLACE);

        assertThat(rotated.open(fresh, PLACE)).isEqualTo(SECRET);
        assertDoesNotOpen(BOX, fresh, PLACE);
    }

    private static KeysetHandle rotated() throws GeneralSecurityException {
        return KeysetHandle.newBuilder(KEYSET)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
    }
}
