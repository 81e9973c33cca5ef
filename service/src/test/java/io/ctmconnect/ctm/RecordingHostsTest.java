package io.ctmconnect.ctm;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RecordingHostsTest {
    private static final URI REAL = URI.create("https://api.calltrackingmetrics.com/api/v1");
    private static final RecordingHosts HOSTS = new RecordingHosts(REAL);
    private static final RecordingHosts LOCAL = new RecordingHosts(URI.create("http://127.0.0.1:4010/api/v1"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.calltrackingmetrics.com/api/v1/x",
                "https://app.calltrackingmetrics.com/x",
                "https://API.calltrackingmetrics.com/x"
            })
    void ctmIsShownCredentials(String address) {
        assertThat(HOSTS.isCtm(URI.create(address))).isTrue();
        assertThat(HOSTS.isStorage(URI.create(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://bucket.s3.amazonaws.com/x?X-Amz-Signature=1", "https://d1.cloudfront.net/x"})
    void theStorageIsReachedWithoutCredentials(String address) {
        assertThat(HOSTS.resolve(REAL, address)).hasToString(address);
        assertThat(HOSTS.isCtm(URI.create(address))).isFalse();
        assertThat(HOSTS.isStorage(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://bucket.s3.amazonaws.com/x",
                "http://app.calltrackingmetrics.com/x",
                "https://amazonaws.com.example/x",
                "https://evilamazonaws.com/x",
                "https://127.0.0.1/x",
                "https://localhost/x",
                "https://169.254.169.254/latest",
                "https://user:password@app.calltrackingmetrics.com/x",
                "https://example.com#.amazonaws.com",
                "https://example.com/.amazonaws.com",
                "mailto:x@calltrackingmetrics.com",
                "file:///etc/passwd",
                "not an address"
            })
    void anywhereElseIsForeign(String address) {
        assertThatExceptionOfType(CtmException.Unavailable.class).isThrownBy(() -> HOSTS.resolve(REAL, address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:4011/x", "http://localhost:4011/x", "http://[::1]:4011/x"})
    void aSimulatedCtmHasItsStorageOnTheSameMachine(String address) {
        assertThat(LOCAL.isStorage(URI.create(address))).isTrue();
        assertThat(HOSTS.isStorage(URI.create(address))).isFalse();
        assertThat(LOCAL.isStorage(URI.create("http://127.0.0.1.example/x"))).isFalse();
        assertThat(LOCAL.isCtm(URI.create("http://127.0.0.1:4010/x"))).isTrue();
    }
}
