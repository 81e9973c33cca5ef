package io.ctmconnect.settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class EnvironmentTest {
    enum Mode {
        OFF,
        MONITOR,
        ENFORCE
    }

    private static Environment with(String value) {
        return new Environment(key -> Optional.of(value).filter(ignored -> key.equals("KEY")));
    }

    private static Duration duration(Environment environment) {
        return environment.duration("KEY", Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofDays(2));
    }

    @Test
    void nothingSetMeansDefaultsWithoutProblems() {
        Environment environment = new Environment(key -> Optional.empty());

        assertThat(environment.text("KEY")).isEmpty();
        assertThat(environment.text("KEY", "fallback")).isEqualTo("fallback");
        assertThat(environment.integer("KEY", 7, 1, 9)).isEqualTo(7);
        assertThat(environment.flag("KEY", true)).isTrue();
        assertThat(duration(environment)).isEqualTo(Duration.ofSeconds(10));
        assertThat(environment.httpAddress("KEY", "http://localhost:1")).isEqualTo(URI.create("http://localhost:1"));
        assertThat(environment.oneOf("KEY", Mode.MONITOR)).isEqualTo(Mode.MONITOR);
        assertThat(environment.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void blankCountsAsNotSet(String blank) {
        Environment environment = with(blank);

        assertThat(environment.text("KEY")).isEmpty();
        assertThat(environment.integer("KEY", 7, 1, 9)).isEqualTo(7);
        assertThat(environment.problems()).isEmpty();
    }

    @Test
    void textLosesItsSurroundingBlanks() {
        assertThat(with("  a value \n").text("KEY")).contains("a value");
        assertThat(with("  a value \n").text("KEY", "other")).isEqualTo("a value");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 9})
    void aNumberWithinItsBoundsIsTaken(int number) {
        Environment environment = with(Integer.toString(number));

        assertThat(environment.integer("KEY", 7, 1, 9)).isEqualTo(number);
        assertThat(environment.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10", "-1", "1.5", "five", "0x5", "5 6", "99999999999999999999"})
    void anotherNumberIsAProblemAndTheDefaultStands(String value) {
        Environment environment = with(value);

        assertThat(environment.integer("KEY", 7, 1, 9)).isEqualTo(7);
        assertThat(environment.problems()).containsExactly("KEY must be a whole number from 1 to 9");
    }

    @ParameterizedTest
    @CsvSource({"true,true", "TRUE,true", "false,false", "False,false"})
    void aFlagIsTrueOrFalseInAnyCase(String value, boolean expected) {
        Environment environment = with(value);

        assertThat(environment.flag("KEY", !expected)).isEqualTo(expected);
        assertThat(environment.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "yes", "on", "truee"})
    void anythingElseIsNoFlag(String value) {
        Environment environment = with(value);

        assertThat(environment.flag("KEY", true)).isTrue();
        assertThat(environment.problems()).containsExactly("KEY must be true or false");
    }

    @ParameterizedTest
    @CsvSource({
        "250ms,PT0.25S",
        "100ms,PT0.1S",
        "10s,PT10S",
        "10,PT10S",
        "5m,PT5M",
        "1h,PT1H",
        "2d,PT48H",
        "PT1M30S,PT1M30S"
    })
    void aDurationHasAUnitOrIsInSecondsOrIso(String value, Duration expected) {
        Environment environment = with(value);

        assertThat(duration(environment)).isEqualTo(expected);
        assertThat(environment.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99ms", "0", "3d", "-1s", "-PT1S", "1.5s", "10 s", "soon", "PT", "s", "9999999999s", "10S"})
    void anotherDurationIsAProblemAndTheDefaultStands(String value) {
        Environment environment = with(value);

        assertThat(duration(environment)).isEqualTo(Duration.ofSeconds(10));
        assertThat(environment.problems())
                .containsExactly("KEY must be a duration such as 500ms, 10s or 5m, from 100ms to 172800s");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080,http://localhost:8080",
        "https://api.example/api/v1,https://api.example/api/v1",
        "https://api.example/,https://api.example",
        "https://api.example/api///,https://api.example/api",
        "http://[::1]:80,http://[::1]:80"
    })
    void anAddressLosesItsTrailingSlash(String value, String expected) {
        Environment environment = with(value);

        assertThat(environment.httpAddress("KEY", "http://default")).isEqualTo(URI.create(expected));
        assertThat(environment.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8080",
                "/api",
                "ftp://host",
                "http://",
                "http:host",
                "https://host?a=1",
                "https://host/#part",
                "https://ho st",
                "mailto:a@b.example"
            })
    void anotherAddressIsAProblemAndTheDefaultStands(String value) {
        Environment environment = with(value);

        assertThat(environment.httpAddress("KEY", "http://default")).isEqualTo(URI.create("http://default"));
        assertThat(environment.problems()).containsExactly("KEY must be an http or https address without query");
    }

    @ParameterizedTest
    @CsvSource({"off,OFF", "enforce,ENFORCE", "MONITOR,MONITOR"})
    void aChoiceIsWrittenInLowerCaseButReadInAny(String value, Mode expected) {
        Environment environment = with(value);

        assertThat(environment.oneOf("KEY", Mode.MONITOR)).isEqualTo(expected);
        assertThat(environment.problems()).isEmpty();
    }

    @Test
    void anotherChoiceIsAProblemThatNamesTheChoices() {
        Environment environment = with("strict");

        assertThat(environment.oneOf("KEY", Mode.MONITOR)).isEqualTo(Mode.MONITOR);
        assertThat(environment.problems()).containsExactly("KEY must be one of off, monitor, enforce");
    }

    @Test
    void allProblemsAreCollectedInTheOrderOfReading() {
        Map<String, String> values = Map.of("PORT", "no", "FLAG", "no", "ADDRESS", "no", "MODE", "no", "WAIT", "no");
        Environment environment = new Environment(key -> Optional.ofNullable(values.get(key)));

        environment.oneOf("MODE", Mode.OFF);
        environment.integer("PORT", 1, 1, 2);
        environment.problem("BOTH", "must not be set together");
        environment.httpAddress("ADDRESS", "http://default");
        environment.flag("FLAG", true);
        environment.duration("WAIT", Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1));

        assertThat(environment.problems())
                .extracting(problem -> problem.split(" ", 2)[0])
                .containsExactly("MODE", "PORT", "BOTH", "ADDRESS", "FLAG", "WAIT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://user:password@host", "https://token@host/api", "http://host:99999"})
    void anAddressHasNoCredentialsAndAPossiblePort(String value) {
        Environment environment = with(value);

        environment.httpAddress("KEY", "http://default");

        assertThat(environment.problems()).containsExactly("KEY must be an http or https address without query");
    }

    @ParameterizedTest
    @CsvSource({
        "https://fcm.example,true",
        "http://localhost:8080/x,true",
        "http://127.0.0.1,true",
        "http://127.1.2.3:9,true",
        "http://[::1]:9,true",
        "http://fcm.example,false",
        "http://127.0.0.1.example,false",
        "http://localhost.example,false",
        "ftp://localhost,false",
        "localhost,false"
    })
    void anAddressIsPrivateByHttpsOrOnThisMachine(URI address, boolean is) {
        assertThat(Environment.isPrivate(address)).isEqualTo(is);
    }
}
