package io.ctmconnect.platform;

import io.ctmconnect.platform.NotificationPreferences.Channel;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Where preferences stand, and what counts as one. Which of them wins is tested with the notices. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class NotificationPreferencesTest {
    private PlatformDatabase platform;

    @BeforeAll
    void open() {
        platform = PlatformDatabase.start();
    }

    @AfterAll
    void close() {
        platform.close();
    }

    private static Document path(Object value, String... fields) {
        Object built = value;
        for (String field : Arrays.asList(fields).reversed()) {
            built = new Document(field, built);
        }
        return (Document) built;
    }

    private ObjectId account(Object push) {
        return platform.insert("_accounts", path(push, "preferences", "notifications", "integrations", "push"));
    }

    private boolean wantsPush(ObjectId account, ObjectId user) {
        return platform.preferences().wants(account, user, Channel.PUSH);
    }

    @Test
    void onlyTrueAndFalseAreChoices() {
        ObjectId user = new ObjectId();

        assertThat(wantsPush(account(false), user)).isFalse();
        for (Object odd : List.of("false", 0, new Document(), List.of(false))) {
            assertThat(wantsPush(account(odd), user)).as(odd.toString()).isTrue();
        }
        assertThat(wantsPush(platform.insert("_accounts", path(true, "preferences", "notifications")), user))
                .isTrue();
    }

    @Test
    void theUsersChoiceIsOneForThisAccountAndForNotices() {
        ObjectId account = new ObjectId();
        ObjectId user = new ObjectId();
        Document no = path(false, "preferences", "integrations", "push");
        platform.insert(
                "user_configs",
                new Document(no).append("user", user).append("account", account).append("type", "billing"));
        platform.insert(
                "user_configs",
                new Document(no)
                        .append("user", user)
                        .append("account", new ObjectId())
                        .append("type", "notifications"));
        assertThat(wantsPush(account, user)).isTrue();

        platform.insert(
                "user_configs",
                new Document(no)
                        .append("user", user.toHexString())
                        .append("account", account.toHexString())
                        .append("type", "notifications"));
        assertThat(wantsPush(account, user)).isFalse();
        assertThat(platform.preferences().wants(account, user, Channel.EMAIL)).isTrue();
    }
}
