package io.ctmconnect.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

class EntityTagsTest {
    private static final String TAG = EntityTags.tag("{}".getBytes(StandardCharsets.UTF_8));

    @Test
    void theSameBytesHaveTheSameTagAndOthersAnother() {
        assertThat(TAG).matches("\"[A-Za-z0-9_-]{22}\"");
        assertThat(EntityTags.tag("{}".getBytes(StandardCharsets.UTF_8))).isEqualTo(TAG);
        assertThat(EntityTags.tag("{ }".getBytes(StandardCharsets.UTF_8))).isNotEqualTo(TAG);
    }

    @Test
    void aTagIsKnownAloneAmongOthersWeakenedAndByTheStar() {
        assertThat(EntityTags.isKnown(TAG, TAG)).isTrue();
        assertThat(EntityTags.isKnown("\"a\" , " + TAG, TAG)).isTrue();
        assertThat(EntityTags.isKnown("W/" + TAG, TAG)).isTrue();
        assertThat(EntityTags.isKnown("*", TAG)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "\"a\"", "W/", "nonsense", "W/W/*", "\"*\""})
    void anythingElseIsNot(String header) {
        assertThat(EntityTags.isKnown(header, TAG)).isFalse();
        assertThat(EntityTags.isKnown(null, TAG)).isFalse();
    }
}
