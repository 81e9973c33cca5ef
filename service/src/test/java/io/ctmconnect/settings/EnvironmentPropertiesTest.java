package io.ctmconnect.settings;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class EnvironmentPropertiesTest {
    private static final String SECRET = "s3cr3t-v4lu3";

    enum Mode {
        OFF,
        ON
    }

    private static Environment with(String value) {
        return new Environment(key -> Optional.of(value));
    }

    private static List<String> problemsOfEveryReader(String value) {
        Environment environment = with(value);
        environment.integer("KEY", 1, 1, 2);
        environment.flag("KEY", true);
        environment.duration("KEY", Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1));
        environment.httpAddress("KEY", "http://default");
        environment.oneOf("KEY", Mode.OFF);
        return environment.problems();
    }

    @Property
    void aNumberIsTakenExactlyWithinItsBounds(@ForAll int number, @ForAll int one, @ForAll int other) {
        int least = Math.min(one, other);
        int most = Math.max(one, other);
        Environment environment = with(Integer.toString(number));

        int read = environment.integer("KEY", least, least, most);

        boolean within = number >= least && number <= most;
        assertThat(read).isEqualTo(within ? number : least);
        assertThat(environment.problems()).hasSize(within ? 0 : 1);
    }

    @Property
    void aDurationInMillisecondsOrSecondsIsReadAsWritten(@ForAll @IntRange(max = 999_999_999) int amount) {
        assertThat(read(amount + "ms")).isEqualTo(Duration.ofMillis(amount));
        assertThat(read(amount + "s")).isEqualTo(Duration.ofSeconds(amount));
        assertThat(read(Duration.ofMillis(amount).toString())).isEqualTo(Duration.ofMillis(amount));
    }

    private static Duration read(String value) {
        Environment environment = with(value);
        Duration read = environment.duration("KEY", Duration.ZERO, Duration.ZERO, Duration.ofDays(100_000));
        assertThat(environment.problems()).isEmpty();
        return read;
    }

    @Property
    void anyTextIsReadOrIsAProblemButNeverAnException(@ForAll @StringLength(max = 40) String value) {
        assertThat(problemsOfEveryReader(value)).allMatch(problem -> problem.startsWith("KEY must be "));
    }

    @Property
    void noProblemRepeatsTheValue(@ForAll("textsWithSecret") String value) {
        assertThat(problemsOfEveryReader(value)).isNotEmpty().noneMatch(problem -> problem.contains(SECRET));
    }

    @Property
    void anAddressThatIsTakenIsAbsoluteHttpWithoutQuery(@ForAll("nearAddresses") String value) {
        Environment environment = with(value);

        URI address = environment.httpAddress("KEY", "http://default");

        assertThat(address.getScheme()).isIn("http", "https");
        assertThat(address.getHost()).isNotEmpty();
        assertThat(address.getRawQuery()).isNull();
        assertThat(address.getRawFragment()).isNull();
        assertThat(address.toString()).doesNotEndWith("/");
    }

    @Provide
    Arbitrary<String> textsWithSecret() {
        Arbitrary<String> around = Arbitraries.strings().ofMaxLength(10);
        return around.flatMap(before -> around.map(after -> before + SECRET + after));
    }

    @Provide
    Arbitrary<String> nearAddresses() {
        Arbitrary<String> part =
                Arbitraries.of("http", "https", "://", "host", ":", "80", "/", "?", "#", "@", "a b", "%", "");
        return part.list().ofMaxSize(7).map(parts -> String.join("", parts));
    }
}
