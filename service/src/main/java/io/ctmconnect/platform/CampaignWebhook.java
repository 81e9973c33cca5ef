package io.ctmconnect.platform;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A webhook at CTM that feeds a campaign.
 *
 * @param ctmAccount the id of the CTM account that it belongs to
 * @param id CTM's
 */
public record CampaignWebhook(String ctmAccount, String id) {
    static final String INTEGRATION_DATA = "integration_data";

    /** CTM's ids of accounts and webhooks; they become part of an address. */
    private static final Pattern ID = Pattern.compile("[0-9]{1,20}");

    /** Those that a campaign names: a list, or a single one as older campaigns have it. */
    static Stream<CampaignWebhook> of(Document campaign) {
        if (!(campaign.get(INTEGRATION_DATA) instanceof Document data)) {
            return Stream.empty();
        }
        String account = text(data.get("calltracking_account_id"));
        Stream<?> ids = data.get("webhook_ids") instanceof List<?> list ? list.stream() : Stream.empty();
        return Stream.concat(ids, Stream.ofNullable(data.get("webhook_id")))
                .map(CampaignWebhook::text)
                .filter(id -> ID.matcher(id).matches() && ID.matcher(account).matches())
                .distinct()
                .map(id -> new CampaignWebhook(account, id));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
