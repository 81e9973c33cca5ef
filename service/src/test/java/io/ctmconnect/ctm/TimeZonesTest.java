package io.ctmconnect.ctm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.ZoneId;

import static org.assertj.core.api.Assertions.assertThat;

class TimeZonesTest {
    @ParameterizedTest
    @CsvSource({
        "America/New_York,America/New_York",
        "Eastern Time (US & Canada),America/New_York",
        "Pacific Time (US & Canada),America/Los_Angeles",
        "Arizona,America/Phoenix",
        "Hawaii,Pacific/Honolulu",
        "Samoa,Pacific/Apia",
        "Berlin,Europe/Berlin",
        "Mexico City,America/Mexico_City",
        "Port Moresby,Pacific/Port_Moresby",
        "Greenland,America/Nuuk",
        "UTC,UTC"
    })
    void namesOfIanaAndOfRailsAreKnown(String name, String zone) {
        assertThat(TimeZones.named(name)).contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Atlantis", "", " ", "/", "Eastern Time"})
    void otherNamesAreNot(String name) {
        assertThat(TimeZones.named(name)).isEmpty();
    }

    @Test
    void anAccountMayHaveNone() {
        assertThat(CtmAccount.of(Json.of("{'id':1}")).zone()).isEmpty();
        assertThat(CtmAccount.of(Json.of("{'timezone':'Bern'}")).zone()).contains(ZoneId.of("Europe/Zurich"));
    }
}
