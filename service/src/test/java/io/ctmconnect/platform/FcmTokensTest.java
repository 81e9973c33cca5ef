package io.ctmconnect.platform;

import io.ctmconnect.secrets.Secret;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class FcmTokensTest {
    private PlatformDatabase platform;

    @BeforeAll
    void open() {
        platform = PlatformDatabase.start();
    }

    @AfterAll
    void close() {
        platform.close();
    }

    private ObjectId register(Object user, @Nullable Object webToken) {
        return platform.insert("fcm.tokens", new Document("user_id", user).append("web_token", webToken));
    }

    private List<String> tokensOf(ObjectId user) {
        return platform.tokens().of(user).stream().map(Secret::reveal).toList();
    }

    @Test
    void allOfAUsersTokensAreFoundOnce() {
        ObjectId user = new ObjectId();
        register(user, List.of("a", "b"));
        register(user.toHexString(), List.of("b", 7, " ", "c"));
        register(user, "d");
        register(user, null);
        register(new ObjectId(), List.of("x"));

        assertThat(tokensOf(user)).containsExactly("a", "b", "c", "d");
        assertThat(tokensOf(new ObjectId())).isEmpty();
    }

    @Test
    void exactlyTheOneTokenIsRemovedFromExactlyTheUser() {
        ObjectId user = new ObjectId();
        ObjectId other = new ObjectId();
        register(user, List.of("a", "dead", "b", "dead-not"));
        register(user.toHexString(), "dead");
        register(user, "alive");
        register(other, List.of("dead"));

        platform.tokens().remove(user, Secret.of("dead"));

        assertThat(tokensOf(user)).containsExactly("a", "b", "dead-not", "alive");
        assertThat(tokensOf(other)).containsExactly("dead");
    }

    @Test
    void aTokenPrintsAsStars() {
        ObjectId user = new ObjectId();
        register(user, List.of("canary"));

        assertThat(platform.tokens().of(user)).hasToString("[***]");
    }
}
