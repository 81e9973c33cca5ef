package io.ctmconnect.notifications;

import io.ctmconnect.credentials.IntegrationNotice;
import io.ctmconnect.outbox.Outcome;
import io.ctmconnect.outbox.Task;
import io.ctmconnect.outbox.TestOutbox;
import io.ctmconnect.platform.NotificationPreferences.Channel;
import io.ctmconnect.platform.PlatformDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Who is told, and by which channel: the whole matrix of preferences and kinds of accounts, on the embedded store's engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class IntegrationNotifierTest {
    private static final MailSettings MAIL =
            new MailSettings("localhost", 25, SmtpTls.OFF, null, null, new MailAddress("", "no-reply@example.com"));
    private static final MailSettings NO_MAIL = new MailSettings(null, 587, SmtpTls.STARTTLS, null, null, null);
    private static final FcmSettings NO_PUSH = new FcmSettings(null, URI.create("https://fcm.example"));

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private PlatformDatabase platform;
    private FcmSettings push;

    @BeforeAll
    void open() throws Exception {
        platform = PlatformDatabase.start();
        try (FakeGoogle google = FakeGoogle.start()) {
            push = google.settings();
        }
    }

    @AfterAll
    void close() {
        platform.close();
    }

    @BeforeEach
    void empty() {
        platform.collection("calltrackingmetrics.outbox").deleteMany(new Document());
    }

    private IntegrationNotifier notifier(FcmSettings fcm, MailSettings mail) {
        return new IntegrationNotifier(
                new Recipients(platform.accounts(), platform.users()),
                platform.preferences(),
                new NoticeChannels(fcm, mail),
                TestOutbox.of(platform.database(), new MovableClock()),
                new NoticeMetrics(metrics));
    }

    private Task tell(ObjectId account) {
        Task notice = Notices.of(IntegrationNotice.Type.PROJECT_ADDED, account);
        assertThat(notifier(push, MAIL).handle(notice, 1)).isEqualTo(new Outcome.Done());
        return notice;
    }

    /** The rows as "user channel". */
    private Set<String> told() {
        return rows().stream()
                .map(row -> row.payload().get("user") + " "
                        + row.id().substring(row.id().lastIndexOf(':') + 1))
                .collect(Collectors.toSet());
    }

    private List<Task> rows() {
        return TestOutbox.ready(platform.database());
    }

    private static Set<String> both(ObjectId... users) {
        return Arrays.stream(users)
                .flatMap(user -> Stream.of(user + " push", user + " email"))
                .collect(Collectors.toSet());
    }

    private ObjectId user() {
        return platform.insert("_users", new Document("email", "someone@example.com"));
    }

    private ObjectId account(
            @Nullable ObjectId owner, @Nullable ObjectId parent, @Nullable Boolean choice, String channel) {
        return platform.insert(
                "_accounts",
                new Document("owner", owner)
                        .append("parent_account", parent)
                        .append(
                                "preferences",
                                new Document(
                                        "notifications", new Document("integrations", new Document(channel, choice)))));
    }

    private ObjectId account(@Nullable ObjectId owner, @Nullable ObjectId parent) {
        return account(owner, parent, null, "push");
    }

    private void userWants(ObjectId user, ObjectId account, @Nullable Boolean choice, String channel) {
        platform.insert(
                "user_configs",
                new Document("user", user)
                        .append("account", account)
                        .append("type", "notifications")
                        .append("preferences", new Document("integrations", new Document(channel, choice))));
    }

    /** Each channel with each pair of choices, and whether the notice is sent. */
    static Stream<Arguments> choices() {
        Stream.Builder<Arguments> all = Stream.builder();
        for (Channel channel : Channel.values()) {
            for (Boolean account : new Boolean[] {true, false, null}) {
                for (Boolean user : new Boolean[] {true, false, null}) {
                    boolean sent = account != null ? account : user == null || user;
                    all.add(arguments(channel.key(), account, user, sent));
                }
            }
        }
        return all.build();
    }

    @ParameterizedTest(name = "{0}: account says {1}, user says {2} -> sent {3}")
    @MethodSource("choices")
    void theAccountsChoiceOverridesTheUsersForAnAgency(
            String channel, @Nullable Boolean ofAccount, @Nullable Boolean ofUser, boolean sent) {
        ObjectId owner = user();
        ObjectId agency = account(owner, null, ofAccount, channel);
        userWants(owner, agency, ofUser, channel);

        tell(agency);

        Set<String> expected = both(owner);
        if (!sent) {
            expected.remove(owner + " " + channel);
        }
        assertThat(told()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: account says {1}, user says {2} -> sent {3}")
    @MethodSource("choices")
    void theOwnersChoicesOfASubAccountAreNotTheAgencys(
            String channel, @Nullable Boolean ofAccount, @Nullable Boolean ofUser, boolean sent) {
        ObjectId owner = user();
        ObjectId agencyOwner = user();
        ObjectId agency = account(agencyOwner, null);
        ObjectId subAccount = account(owner, agency, ofAccount, channel);
        userWants(owner, subAccount, ofUser, channel);

        tell(subAccount);

        Set<String> expected = both(owner, agencyOwner);
        if (!sent) {
            expected.remove(owner + " " + channel);
        }
        assertThat(told()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: agency says {1}, its owner says {2} -> sent {3}")
    @MethodSource("choices")
    void theAgencysOwnerIsToldAsTheAgencyChooses(
            String channel, @Nullable Boolean ofAgency, @Nullable Boolean ofUser, boolean sent) {
        ObjectId owner = user();
        ObjectId agencyOwner = user();
        ObjectId agency = account(agencyOwner, null, ofAgency, channel);
        ObjectId subAccount = account(owner, agency);
        userWants(agencyOwner, agency, ofUser, channel);

        tell(subAccount);

        Set<String> expected = both(owner, agencyOwner);
        if (!sent) {
            expected.remove(agencyOwner + " " + channel);
        }
        assertThat(told()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: account says {1}, user says {2} -> sent {3}")
    @MethodSource("choices")
    void anAgencysOwnerIsToldOfASubAccountWithoutOne(
            String channel, @Nullable Boolean ofAgency, @Nullable Boolean ofUser, boolean sent) {
        ObjectId agencyOwner = user();
        ObjectId agency = account(agencyOwner, null, ofAgency, channel);
        userWants(agencyOwner, agency, ofUser, channel);

        tell(account(null, agency));

        Set<String> expected = both(agencyOwner);
        if (!sent) {
            expected.remove(agencyOwner + " " + channel);
        }
        assertThat(told()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: account says {1}, user says {2} -> sent {3}")
    @MethodSource("choices")
    void whoOwnsBothIsToldOnceAndAsTheAccountsOwner(
            String channel, @Nullable Boolean ofAccount, @Nullable Boolean ofUser, boolean sent) {
        ObjectId owner = user();
        ObjectId agency = account(owner, null, false, channel);
        ObjectId subAccount = account(owner, agency, ofAccount, channel);
        userWants(owner, subAccount, ofUser, channel);

        tell(subAccount);

        Set<String> expected = both(owner);
        if (!sent) {
            expected.remove(owner + " " + channel);
        }
        assertThat(told()).isEqualTo(expected);
    }

    @Test
    void anAgencyWithoutAnOwnerLeavesTheSubAccounts() {
        ObjectId owner = user();
        tell(account(owner, account(null, null)));

        assertThat(told()).isEqualTo(both(owner));
    }

    @Test
    void whereNobodyIsLeftNobodyIsTold() {
        tell(account(null, null));
        tell(new ObjectId());

        assertThat(rows()).isEmpty();
    }

    @Test
    void aNoticeThatIsHandledAgainMakesNoMoreRows() {
        Task notice = tell(account(user(), account(user(), null)));
        List<Task> rows = rows();
        assertThat(rows).hasSize(4);

        notifier(push, MAIL).handle(notice, 2);

        assertThat(rows()).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void aRowHoldsIdsAndNothingOfThePerson() {
        ObjectId owner = user();
        ObjectId account = account(owner, null);
        Task notice = tell(account);

        assertThat(rows())
                .containsExactlyInAnyOrder(
                        new Task(
                                notice.id() + ":" + owner + ":push", "notice-push", 1, payload(notice, owner, account)),
                        new Task(
                                notice.id() + ":" + owner + ":email",
                                "notice-mail",
                                1,
                                payload(notice, owner, account)));
    }

    private static Document payload(Task notice, ObjectId owner, ObjectId account) {
        return new Document(notice.payload())
                .append("user", owner)
                .append("as_owner_of", account)
                .append("role", "owner");
    }

    @Test
    void aChannelThatIsNotConfiguredGetsNoRow() {
        ObjectId owner = user();
        ObjectId account = account(owner, null);
        Task notice = Notices.of(IntegrationNotice.Type.INTEGRATION_DISCONNECTED, account);

        notifier(NO_PUSH, NO_MAIL).handle(notice, 1);
        assertThat(rows()).isEmpty();
        notifier(NO_PUSH, MAIL).handle(notice, 1);
        assertThat(told()).containsExactly(owner + " email");
        notifier(push, NO_MAIL).handle(notice, 1);
        assertThat(told()).isEqualTo(both(owner));
    }

    @Test
    void everyDecisionIsCounted() {
        ObjectId owner = user();
        ObjectId account = account(owner, null, false, "email");
        double before = counted("push", "off");
        tell(account);
        notifier(NO_PUSH, MAIL).handle(Notices.of(IntegrationNotice.Type.PROJECT_ADDED, account), 1);

        assertThat(counted("push", "off") - before).isEqualTo(1);
        assertThat(counted("push", "queued")).isGreaterThanOrEqualTo(1);
        assertThat(counted("email", "muted")).isGreaterThanOrEqualTo(2);
    }

    private double counted(String channel, String decision) {
        return metrics.counter("notices", "channel", channel, "decision", decision)
                .count();
    }
}
