package io.ctmconnect.credentials;

import io.ctmconnect.credentials.Connection.Credential;
import io.ctmconnect.ctm.CtmAccess;
import io.ctmconnect.ctm.CtmKeys;
import io.ctmconnect.secrets.Secret;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConnectionTest {
    private static final ObjectId ID = new ObjectId("6655a1f0c2d3e4f5a6b7c8d9");
    private static final CtmKeys KEYS = keys("a", "s");
    private static final Connection OF_USER = connection("owner", new Credential(Secret.of("hunter2"), KEYS), false);
    private static final Connection OF_KEYS = connection(null, new Credential(null, KEYS), false);

    private static CtmKeys keys(String accessKey, String secret) {
        return new CtmKeys(Secret.of(accessKey), Secret.of(secret));
    }

    private static Connection connection(@Nullable String user, @Nullable Credential credential, boolean invalidated) {
        return new Connection(
                ID,
                new ObjectId(),
                user,
                Optional.ofNullable(credential),
                invalidated,
                null,
                1,
                0,
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static CtmLogin user(String name, String password) {
        return new CtmLogin.User(name, Secret.of(password));
    }

    @Test
    void itWorksWithTheSameUserAndPassword() {
        assertThat(OF_USER.worksWith(user("owner", "hunter2"))).isTrue();
        assertThat(OF_USER.worksWith(user("owner", "hunter3"))).isFalse();
        assertThat(OF_USER.worksWith(user("other", "hunter2"))).isFalse();
    }

    @Test
    void itWorksWithTheSameKeys() {
        assertThat(OF_KEYS.worksWith(new CtmLogin.Keys(KEYS))).isTrue();
        assertThat(OF_KEYS.worksWith(new CtmLogin.Keys(keys("a", "other")))).isFalse();
        assertThat(OF_KEYS.worksWith(new CtmLogin.Keys(keys("other", "s")))).isFalse();
    }

    @Test
    void theOtherKindOfLoginIsAnotherLogin() {
        assertThat(OF_USER.worksWith(new CtmLogin.Keys(KEYS))).isFalse();
        assertThat(OF_KEYS.worksWith(user("owner", "hunter2"))).isFalse();
    }

    @Test
    void whatIsInvalidatedOrDoesNotOpenWorksWithNothing() {
        Connection invalidated = connection("owner", new Credential(Secret.of("hunter2"), KEYS), true);

        assertThat(invalidated.worksWith(user("owner", "hunter2"))).isFalse();
        assertThat(connection("owner", null, false).worksWith(user("owner", "hunter2")))
                .isFalse();
        assertThat(connection(null, null, false).worksWith(new CtmLogin.Keys(KEYS)))
                .isFalse();
    }

    @Test
    void itsRightToCallCtmIsChargedToItself() {
        assertThat(OF_USER.access()).isEqualTo(new CtmAccess(ID.toHexString(), KEYS));
    }

    @Test
    void withoutSecretsThereIsNoRightToCallCtm() {
        assertThatThrownBy(connection(null, null, false)::access)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(ID.toHexString());
    }

    @Test
    void noSecretPrints() {
        assertThat(OF_USER.toString()).doesNotContain("hunter2").contains("***");
        assertThat(OF_USER.access().toString()).doesNotContain("accessKey=a");
    }
}
