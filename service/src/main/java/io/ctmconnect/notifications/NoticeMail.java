package io.ctmconnect.notifications;

import io.ctmconnect.credentials.IntegrationNotice;
import io.ctmconnect.platform.PlatformUser;
import jakarta.inject.Singleton;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Writes the mail for a notice. */
@Singleton
class NoticeMail {
    private static final int ID_DIGITS = 40;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu 'at' HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final MailTemplates templates;
    private final AccountNames names;
    private final LinkSettings links;

    NoticeMail(MailTemplates templates, AccountNames names, LinkSettings links) {
        this.templates = templates;
        this.names = names;
        this.links = links;
    }

    /** @param address the user's */
    Mail write(AddressedNotice addressed, PlatformUser user, String address) {
        IntegrationNotice notice = addressed.notice();
        String account = names.in(addressed);
        String subject = NoticeTexts.subject(notice.type(), account);
        Map<String, Object> values = Map.of(
                "subject", subject,
                "account", account,
                "name", AccountNames.oneLine(user.name()),
                "at", TIME.format(notice.at()),
                "link", links.forRole(addressed.recipient().role()),
                "agency", addressed.isForAgency());
        return new Mail(
                Hashes.hex(addressed.id()).substring(0, ID_DIGITS),
                address,
                subject,
                templates.text(notice.type().wire(), values),
                templates.html(notice.type().wire(), values));
    }
}
