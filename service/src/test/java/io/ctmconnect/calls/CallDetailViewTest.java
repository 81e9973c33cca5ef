package io.ctmconnect.calls;

import io.ctmconnect.ctm.Call;
import io.ctmconnect.ctm.Json;
import io.ctmconnect.ctm.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class CallDetailViewTest {
    private static final CallLinks LINKS = new CallLinks(URI.create("https://connect.example"), "t", "482913");

    @Test
    void nothingIsInvented() {
        Call bare = new Call(Json.of("{'id': 1, 'direction': 'inbound', 'sale': {}, 'custom_fields': null}"));

        assertThat(CallDetailView.of(bare, LINKS))
                .isEqualTo(new CallDetailView(
                        CallView.of(bare, LINKS),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null));
    }

    @ParameterizedTest
    @CsvSource({"6,6", "1000,1000", "1001,1", "6120,6", "0,0"})
    void aLongWaitIsMilliseconds(long ctms, long seconds) {
        assertThat(CallDetailView.of(Samples.callWith("{'wait_time':%d}".formatted(ctms)), LINKS)
                        .waitTime())
                .isEqualTo(seconds);
    }
}
