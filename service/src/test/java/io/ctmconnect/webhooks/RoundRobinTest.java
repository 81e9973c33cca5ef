package io.ctmconnect.webhooks;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class RoundRobinTest {
    @Test
    void whoHasFewIsNotBehindWhoHasMany() {
        List<String> all = List.of("a1", "a2", "a3", "b1", "c1", "c2");

        assertThat(RoundRobin.of(all, one -> one.charAt(0))).containsExactly("a1", "b1", "c1", "a2", "c2", "a3");
    }

    @Property
    void nothingIsLostAndEachOwnersOrderStays(@ForAll List<Integer> all) {
        List<Integer> ordered = RoundRobin.of(all, one -> one % 3);

        assertThat(ordered).containsExactlyInAnyOrderElementsOf(all);
        for (int owner = -2; owner <= 2; owner++) {
            int own = owner;
            assertThat(ordered.stream().filter(one -> one % 3 == own))
                    .containsExactlyElementsOf(
                            all.stream().filter(one -> one % 3 == own).toList());
        }
    }
}
