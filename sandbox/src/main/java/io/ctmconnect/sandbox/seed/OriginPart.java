package io.ctmconnect.sandbox.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.world.OpaqueId;

import java.time.Instant;
import java.util.List;

/** Where the contact came from: source, campaign, visit. Offline sources have no visit. */
final class OriginPart {

    private OriginPart() {}

    static void write(ObjectNode row, Draft draft) {
        Origin origin = draft.origin();
        row.put("source", origin.name())
                .put("source_id", origin.filterId())
                .put("source_sid", origin.sid())
                .put("source_tag", "")
                .put("visitor", origin.online());
        if (origin.online()) {
            String keyword = origin.keywords().isEmpty() ? null : draft.oneOf(origin.keywords());
            String campaign = origin.paid() ? draft.oneOf(origin.campaigns()) : null;
            row.put("web_source", origin.webSource())
                    .put("medium", origin.medium())
                    .put("keyword", keyword)
                    .put("search", keyword)
                    .put("campaign", campaign);
            visit(row, draft);
            if (origin.paid()) {
                paid(row, draft);
            }
        }
    }

    private static void visit(ObjectNode row, Draft draft) {
        Origin origin = draft.origin();
        String site = "https://" + draft.profile().domain();
        String landing = origin.paid() ? site + "/offer?gclid=TESTGCLID" + draft.id() : site + "/";
        String visitor = OpaqueId.sid("", draft.id()).substring(0, 24);
        row.put("referrer", origin.referrer())
                .put("location", landing)
                .put("last_location", site + "/contact")
                .put("visitor_sid", visitor)
                .put("visitor_ip", "198.51.100." + (1 + draft.dice().nextInt(250)))
                .put("first_touch", origin.name())
                .put("last_touch", origin.name());
        row.putObject("webvisit")
                .put("score", 0.7)
                .putNull("keywords")
                .put("referrer_host", origin.referrer().replaceAll("https://|/", ""))
                .put("referrer_path", "/")
                .put("location_host", draft.profile().domain())
                .put("location_path", origin.paid() ? "/offer" : "/")
                .put("browser", draft.oneOf(List.of("Chrome", "Safari", "Firefox", "Edge")))
                .put("device", "Desktop")
                .put("mobile", draft.oneIn(2) ? "1" : "0");
        touch(row, draft, visitor);
    }

    private static void touch(ObjectNode row, Draft draft, String visitor) {
        Instant visited = draft.at().minusSeconds(30 + draft.dice().nextInt(600));
        row.putArray("touchpoints")
                .addObject()
                .put("call_id", draft.id())
                .put("time", visited.toString())
                .put("touch_type", "first")
                .put("clickid", draft.origin().paid() ? "TESTGCLID" + draft.id() : null)
                .put("type", draft.origin().paid() ? "gclid" : null)
                .put("source", draft.origin().name())
                .put("medium", draft.origin().medium())
                .put("position", "first")
                .put("weight", 1.0)
                .put("visitor_sid", visitor);
    }

    private static void paid(ObjectNode row, Draft draft) {
        Origin origin = draft.origin();
        String campaign = row.path("campaign").asText();
        String campaignId = Long.toString(
                2_500_000 + origin.filterId() * 10 + origin.campaigns().indexOf(campaign));
        ObjectNode paid = row.putObject("paid")
                .put("source", origin.webSource())
                .put("medium", origin.medium())
                .put("keyword", row.path("keyword").asText(null))
                .put("campaign", campaign)
                .put("ad_group", "Exact")
                .put("ad_match_type", "e")
                .put("ad_network", "g")
                .put("ad_group_id", "15" + campaignId.substring(2))
                .put("campaign_id", campaignId);
        List.of("ad_content", "ad_slot_position", "ad_format", "ad_placement").forEach(paid::putNull);
        row.putObject("ga")
                .put("cid", "1122334455." + draft.at().getEpochSecond())
                .put("gclid", "TESTGCLID" + draft.id())
                .put("medium", origin.medium())
                .put("campaign", campaign);
        row.put("ad_match_type", "e").put("ad_network", "g").put("campaign_id", campaignId);
    }
}
