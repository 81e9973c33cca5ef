package io.ctmconnect.mongo;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import static org.assertj.core.api.Assertions.assertThat;

class ContentIdTest {
    private static ObjectId id(long sequence, String... parts) {
        return ContentId.of(
                sequence,
                Arrays.stream(parts)
                        .map(part -> part.getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new));
    }

    @Property
    void theSameThingHasTheSameId(@ForAll long sequence, @ForAll String one, @ForAll String other) {
        assertThat(id(sequence, one, other)).isEqualTo(id(sequence, one, other));
    }

    @Test
    void anyOtherPartIsAnotherId() {
        ObjectId id = id(1, "ab", "c");

        assertThat(id(1, "a", "bc")).isNotEqualTo(id);
        assertThat(id(1, "c", "ab")).isNotEqualTo(id);
        assertThat(id(1, "abc")).isNotEqualTo(id);
        assertThat(id(1, "ab", "c", "")).isNotEqualTo(id);
    }

    @Property
    void whatComesLaterHasAGreaterId(
            @ForAll @LongRange(max = (1L << 39) - 1) long earlier,
            @ForAll @LongRange(min = 256, max = 1L << 39) long apart,
            @ForAll String one,
            @ForAll String other) {
        assertThat(id(earlier + apart, one)).isGreaterThan(id(earlier, other));
    }
}
