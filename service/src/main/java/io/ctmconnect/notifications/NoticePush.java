package io.ctmconnect.notifications;

import io.ctmconnect.credentials.IntegrationNotice;
import io.ctmconnect.platform.PushRecord;
import jakarta.inject.Singleton;

import java.util.Map;

/** Writes the push for a notice. */
@Singleton
class NoticePush {
    private static final String MODULE = "projects";

    private final AccountNames names;
    private final LinkSettings links;

    NoticePush(AccountNames names, LinkSettings links) {
        this.names = names;
        this.links = links;
    }

    PushRecord write(AddressedNotice addressed) {
        IntegrationNotice notice = addressed.notice();
        Recipient recipient = addressed.recipient();
        String link = links.forRole(recipient.role());
        Map<String, String> data = Map.of(
                "type",
                notice.type().wire(),
                "module",
                MODULE,
                "integration",
                "calltrackingmetrics",
                "account_id",
                notice.account().toHexString(),
                "click_action",
                link);
        PushRecord.Text text = new PushRecord.Text(
                notice.type().wire(),
                MODULE,
                NoticeTexts.title(notice.type()),
                NoticeTexts.body(notice.type(), names.in(addressed)),
                link,
                data);
        return new PushRecord(
                Hashes.objectId(addressed.id()), recipient.account(), recipient.user(), addressed.actor(), text);
    }
}
