package io.ctmconnect.notifications;

import io.ctmconnect.credentials.IntegrationNotice;
import io.ctmconnect.notifications.Recipient.Role;
import io.ctmconnect.platform.PlatformDatabase;
import io.ctmconnect.platform.PlatformUser;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.net.URI;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class NoticeMailTest {
    private PlatformDatabase platform;
    private NoticeMail mails;

    @BeforeAll
    void open() {
        platform = PlatformDatabase.start();
        mails = new NoticeMail(
                new MailTemplates(),
                new AccountNames(platform.accounts()),
                new LinkSettings(URI.create("https://app.example")));
    }

    @AfterAll
    void close() {
        platform.close();
    }

    private Mail write(IntegrationNotice.Type type, Role role, @Nullable String account, @Nullable String name) {
        ObjectId id = platform.insert("_accounts", new Document("name", account));
        ObjectId user = new ObjectId();
        AddressedNotice notice =
                AddressedNotice.of(Notices.to(new Recipient(user, id, role), type, id, MailHandler.KIND));
        return mails.write(notice, new PlatformUser(user, "jane@example.com", name), "jane@example.com");
    }

    @Test
    void theOwnerReadsWhatWasConnectedAndWhatToDo() {
        Mail mail = write(IntegrationNotice.Type.PROJECT_ADDED, Role.OWNER, "Acme Dental", "Jane");

        assertThat(mail.to()).isEqualTo("jane@example.com");
        assertThat(mail.subject()).isEqualTo("Call Tracking Metrics was connected to Acme Dental");
        assertThat(mail.text()).isEqualTo("""
                        Call Tracking Metrics is connected

                        Hello Jane,

                        Acme Dental was connected to Call Tracking Metrics on 31 March 2026 at 12:00 UTC.

                        Next, choose the Call Tracking Metrics account whose phone calls you want to
                        see. They then appear in your analytics.

                        If you did not expect this, ask your team who connected it. You can disconnect
                        it at any time.

                        Open analytics: https://app.example/analytics

                        --
                        You get this mail because you own this account.
                        You can switch such mails off in your notification settings.
                        """);
        assertThat(mail.html())
                .contains("Hello Jane,", "<strong>Acme Dental</strong> was connected", "Next, choose")
                .contains("href=\"https://app.example/analytics\"")
                .contains("31 March 2026 at 12:00 UTC");
    }

    @Test
    void theAgencysOwnerReadsOfTheSubAccount() {
        Mail mail = write(IntegrationNotice.Type.INTEGRATION_DISCONNECTED, Role.PARENT_OWNER, "Acme Dental", "Jane");

        assertThat(mail.subject()).isEqualTo("Call Tracking Metrics was disconnected from Acme Dental");
        assertThat(mail.text())
                .contains("no longer shown in its reports", "belongs to your agency")
                .contains("Open projects: https://app.example/projects\n");
        assertThat(mail.html())
                .contains("its reports", "belongs to your agency", "href=\"https://app.example/projects\"");
    }

    @Test
    void textAndHtmlOfEveryMailSayTheSame() {
        for (IntegrationNotice.Type type : IntegrationNotice.Type.values()) {
            for (Role role : Role.values()) {
                Mail mail = write(type, role, "Acme", "Jane");
                String said =
                        words(mail.html().replaceAll("(?s)<head>.*</head>", "").replaceAll("<[^>]*>", " "));

                String text = words(mail.text().replaceAll(": https://\\S+\\s+--\\s", " "));
                assertThat(said).as(type + " " + role).isEqualTo(text);
            }
        }
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").replaceAll(" ([.,])", "$1").strip();
    }

    @Test
    void aHostileNameIsTextAndOneLine() {
        String hostile = "<img src=x onerror=alert(1)>&\"'{link}\r\nBcc: victim@example.com\u202E";
        Mail mail = write(IntegrationNotice.Type.PROJECT_ADDED, Role.OWNER, hostile, "<b>Jane</b>");

        assertThat(mail.subject())
                .isEqualTo("Call Tracking Metrics was connected to "
                        + "<img src=x onerror=alert(1)>&\"'{link} Bcc: victim@example.com");
        assertThat(mail.html())
                .doesNotContain("<img", "<b>")
                .contains("&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;{link} Bcc: victim@example.com")
                .contains("Hello &lt;b&gt;Jane&lt;/b&gt;,");
        assertThat(mail.text()).contains("Hello <b>Jane</b>,");
    }

    @Test
    void whatHasNoNameIsCalledByWhatItIs() {
        assertThat(write(IntegrationNotice.Type.PROJECT_ADDED, Role.OWNER, null, null)
                        .text())
                .doesNotContain("Hello")
                .startsWith("Call Tracking Metrics is connected\n\nYour account was connected");
        assertThat(write(IntegrationNotice.Type.PROJECT_ADDED, Role.PARENT_OWNER, "  ", null)
                        .html())
                .doesNotContain("Hello")
                .contains("<strong>A sub-account</strong>");
    }

    @Test
    void aNameThatIsTooLongIsCut() {
        Mail mail = write(IntegrationNotice.Type.PROJECT_ADDED, Role.OWNER, "🦷".repeat(500), null);

        assertThat(mail.subject()).isEqualTo("Call Tracking Metrics was connected to " + "🦷".repeat(80) + "…");
    }

    @Test
    void theIdOfAMailIsMadeFromItsRow() {
        ObjectId account = new ObjectId();
        Recipient recipient = new Recipient(new ObjectId(), account, Role.OWNER);
        AddressedNotice first = AddressedNotice.of(
                Notices.to(recipient, IntegrationNotice.Type.PROJECT_ADDED, account, MailHandler.KIND));
        AddressedNotice second = AddressedNotice.of(
                Notices.to(recipient, IntegrationNotice.Type.PROJECT_ADDED, account, MailHandler.KIND));
        PlatformUser user = new PlatformUser(recipient.user(), null, null);

        assertThat(mails.write(first, user, "a@example.com").id())
                .hasSize(40)
                .isEqualTo(mails.write(first, user, "b@example.com").id())
                .isNotEqualTo(mails.write(second, user, "a@example.com").id());
    }
}
