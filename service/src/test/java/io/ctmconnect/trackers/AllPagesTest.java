package io.ctmconnect.trackers;

import io.ctmconnect.ctm.CtmPage;
import io.ctmconnect.http.ApiErrors;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import static org.assertj.core.api.Assertions.assertThat;

class AllPagesTest {
    private final AtomicInteger pages = new AtomicInteger();

    private AllPages<String> read(int size, boolean says) {
        return AllPages.read(
                number -> {
                    pages.incrementAndGet();
                    return new CtmPage<>(List.of("a", "item " + Math.min(number, size)), null, says && number >= size);
                },
                Function.identity());
    }

    @Test
    void itEndsWhereCtmSays() {
        assertThat(read(3, true)).isEqualTo(new AllPages<>(List.of("a", "item 1", "item 2", "item 3"), true));
        assertThat(pages).hasValue(3);
    }

    @Test
    void itEndsWhereNothingNewComes() {
        assertThat(read(3, false).items()).hasSize(4);
        assertThat(pages).hasValue(4);
    }

    @Test
    void whatGoesOnIsNotWhole() {
        AllPages<String> all = read(1000, true);

        assertThat(all.isWhole()).isFalse();
        assertThat(pages).hasValue(50);
        assertThat(ApiErrors.thrownBy(all::whole).code()).isEqualTo("CONFLICT");
    }
}
