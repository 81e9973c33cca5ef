package io.ctmconnect.platform;

import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** Accounts, their owners, and users with odd fields, on the embedded store's engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class PlatformUsersTest {
    private PlatformDatabase platform;

    @BeforeAll
    void open() {
        platform = PlatformDatabase.start();
    }

    @AfterAll
    void close() {
        platform.close();
    }

    private ObjectId user(Document fields) {
        return platform.insert("_users", fields);
    }

    private Optional<ObjectId> ownerOf(ObjectId account) {
        return platform.users().ownerOf(platform.accounts().find(account)).map(PlatformUser::id);
    }

    @Test
    void theUserThatTheAccountNamesIsTheOwner() {
        ObjectId elsewhere = user(new Document("account", new ObjectId()));
        ObjectId account = platform.insert("_accounts", new Document("owner", elsewhere));
        user(new Document("account", account).append("is_owner", true));

        assertThat(ownerOf(account)).contains(elsewhere);
    }

    @Test
    void anOwnerThatIsGoneIsNone() {
        ObjectId account = platform.insert("_accounts", new Document("owner", new ObjectId()));
        ObjectId marked = user(new Document("account", account).append("is_owner", true));

        assertThat(ownerOf(account)).contains(marked);
    }

    @Test
    void theMarkedUserIsTheOwnerElseTheOldest() {
        ObjectId account = platform.insert("_accounts", new Document("name", "Acme"));
        ObjectId oldest = user(new Document("account", account));
        assertThat(ownerOf(account)).contains(oldest);

        ObjectId marked = user(new Document("account", account).append("is_owner", true));
        user(new Document("account", account).append("is_owner", true));
        assertThat(ownerOf(account)).contains(marked);
    }

    @Test
    void idsMayBeText() {
        ObjectId account = new ObjectId();
        ObjectId parent = new ObjectId();
        ObjectId user = user(new Document("account", account.toHexString()));
        platform.collection("_accounts")
                .insertOne(new Document("_id", account)
                        .append("owner", user.toHexString())
                        .append("parent_account", parent.toHexString()));

        assertThat(ownerOf(account)).contains(user);
        assertThat(platform.accounts().parentOf(account)).contains(parent);
        assertThat(platform.users().ownerOf(new PlatformAccount(account, null, null, null)))
                .map(PlatformUser::id)
                .contains(user);
    }

    @Test
    void anUnknownAccountHasNothing() {
        ObjectId unknown = new ObjectId();

        assertThat(platform.accounts().find(unknown)).isEqualTo(new PlatformAccount(unknown, null, null, null));
        assertThat(ownerOf(unknown)).isEmpty();
    }

    @Test
    void oddFieldsAreNotSet() {
        ObjectId account = platform.insert(
                "_accounts", new Document("name", 7).append("owner", "nobody").append("parent_account", true));
        ObjectId user = user(new Document("email", "  ").append("name", 12).append("first_name", new Document()));

        assertThat(platform.accounts().find(account)).isEqualTo(new PlatformAccount(account, null, null, null));
        assertThat(platform.users().find(user)).contains(new PlatformUser(user, null, null));
    }

    @Test
    void aNameIsOneOrTwoFields() {
        ObjectId whole = user(new Document("name", " Jane Doe ").append("first_name", "J"));
        ObjectId parts = user(new Document("first_name", "Jane").append("last_name", "Doe"));
        ObjectId half = user(new Document("last_name", "Doe"));

        assertThat(platform.users().find(whole)).map(PlatformUser::name).contains("Jane Doe");
        assertThat(platform.users().find(parts)).map(PlatformUser::name).contains("Jane Doe");
        assertThat(platform.users().find(half)).map(PlatformUser::name).contains("Doe");
    }

    @Test
    void aUserPrintsAsItsId() {
        ObjectId id = new ObjectId();

        assertThat(new PlatformUser(id, "jane@example.com", "Jane")).hasToString("PlatformUser[" + id + "]");
    }
}
