package io.ctmconnect.credentials;

import io.ctmconnect.ctm.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.ctmconnect.http.ApiErrors.violationsOf;
import static org.assertj.core.api.Assertions.assertThat;

class ConfigFormTest {
    private static final String TOKEN = "6655a1f0c2d3e4f5a6b7c8d9";

    private static ConfigForm of(String json) {
        return ConfigForm.of(Json.of(json));
    }

    @Test
    void aConfigNamesItsConnectionAndAccounts() {
        assertThat(of("{'token': '" + TOKEN + "', 'account_id': '482913', 'subaccount_id': '482914'}"))
                .isEqualTo(new ConfigForm(TOKEN, "482913", "482914"));
    }

    @Test
    void accountIdsMayBeNumbers() {
        assertThat(of("{'token': '" + TOKEN + "', 'account_id': 482913, 'subaccount_id': 482914}"))
                .isEqualTo(new ConfigForm(TOKEN, "482913", "482914"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", 'subaccount_id': null", ", 'subaccount_id': ''", ", 'subaccount_id': ' '"})
    void theSubaccountMayBeLeftOut(String subaccount) {
        assertThat(of("{'token': '" + TOKEN + "', 'account_id': '482913'" + subaccount + "}"))
                .isEqualTo(new ConfigForm(TOKEN, "482913", null));
    }

    @Test
    void allViolationsAreReportedAtOnce() {
        assertThat(violationsOf(() -> of("{}")))
                .containsExactly("token must not be blank", "account_id must not be blank");
        assertThat(violationsOf(() -> of("{'token': 'x', 'account_id': 'act_123456', 'subaccount_id': 'sub_789'}")))
                .containsExactly(
                        "token must be 24 hexadecimal digits",
                        "account_id must be a CallTrackingMetrics account id (digits only)",
                        "subaccount_id must be a CallTrackingMetrics account id (digits only)");
    }
}
