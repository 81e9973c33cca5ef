package io.ctmconnect.trackers;

import io.ctmconnect.ctm.NumberOffer;
import io.ctmconnect.ctm.NumberSearch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.ctmconnect.http.ApiErrors.violationsOf;
import static io.ctmconnect.http.Queries.query;
import static org.assertj.core.api.Assertions.assertThat;

class AvailableQueryTest {
    private static NumberSearch of(String... pairs) {
        return AvailableQuery.of(query(pairs)).search();
    }

    @Test
    void whatIsAskedForIsRead() {
        assertThat(of("area_code=443")).isEqualTo(new NumberSearch("US", "443", false));
        assertThat(of("country=ca", "area_code=416")).isEqualTo(new NumberSearch("CA", "416", false));
        assertThat(of("country=GB", "area_code=20")).isEqualTo(new NumberSearch("GB", "20", false));
        assertThat(of("country=AU")).isEqualTo(new NumberSearch("AU", null, false));
        assertThat(of("toll_free=true")).isEqualTo(new NumberSearch("US", null, true));
        assertThat(of("toll_free=false", "area_code=443")).isEqualTo(new NumberSearch("US", "443", false));
    }

    @Test
    void allViolationsAreReportedAtOnce() {
        assertThat(violationsOf(() -> of("area_code=44", "country=XX", "toll_free=yes")))
                .containsExactly(
                        "country must be a country's code of two letters (ISO 3166)",
                        "toll_free must be true or false",
                        "area_code must be three digits, as 443");
        assertThat(violationsOf(() -> of("country=GB", "area_code=1234567")))
                .containsExactly("area_code must be one to five digits");
    }

    @Test
    void somethingMustBeAskedForAndNoContradiction() {
        assertThat(violationsOf(() -> of("toll_free=false")))
                .containsExactly("area_code or country or toll_free must be given");
        assertThat(violationsOf(() -> of("toll_free=true", "area_code=443")))
                .containsExactly("area_code must not be given together with toll_free");
    }

    @ParameterizedTest
    @CsvSource({
        "local,false,local",
        "local,true,local",
        "tollfree,false,toll_free",
        "toll_free,false,toll_free",
        "Toll-Free,false,toll_free",
        ",true,toll_free",
        ",false,local"
    })
    void theTypeIsOneOfTwo(@Nullable String ctms, boolean asked, String shown) {
        NumberOffer offer = new NumberOffer(
                "+14435550188", null, ctms, null, null, null, null, new NumberOffer.Capabilities(true, null, false));

        AvailableNumberView view = AvailableNumberView.of(offer, asked);

        assertThat(view.type()).isEqualTo(shown);
        assertThat(view.formattedNumber()).isEqualTo("(443) 555-0188");
        assertThat(view.capabilities()).isEqualTo(new AvailableNumberView.CapabilitiesView(true, null, false));
    }
}
