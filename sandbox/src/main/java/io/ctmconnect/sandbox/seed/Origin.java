package io.ctmconnect.sandbox.seed;

import io.ctmconnect.sandbox.world.OpaqueId;

import java.util.List;

/**
 * A tracking source.
 *
 * @param filterId the integer that calls carry as {@code source_id}
 * @param sid the opaque id that calls carry as {@code source_sid}
 * @param webSource what analytics calls it, empty when callers do not come from the web
 * @param medium cpc, organic and so on
 * @param campaigns names of its campaigns, none when it is not paid for
 * @param keywords what people searched
 * @param referrer the page people came from
 */
record Origin(
        long filterId,
        String sid,
        String name,
        String webSource,
        String medium,
        List<String> campaigns,
        List<String> keywords,
        String referrer) {

    boolean online() {
        return !webSource.isEmpty();
    }

    boolean paid() {
        return !campaigns.isEmpty();
    }

    /** The sources of an account, the busiest first. */
    static List<Origin> of(long account, String trade) {
        List<String> searched = List.of(trade, trade + " near me", "best " + trade, "emergency " + trade);
        List<String> google = List.of(trade + " search", trade + " brand", trade + " remarketing");
        return List.of(
                origin(account, 1, "Google Ads", "google", "cpc", google, searched, "https://www.google.com/"),
                origin(
                        account,
                        2,
                        "Google Organic",
                        "google",
                        "organic",
                        List.of(),
                        searched,
                        "https://www.google.com/"),
                origin(
                        account,
                        3,
                        "Facebook Ads",
                        "facebook",
                        "paid_social",
                        List.of(trade + " lookalike"),
                        List.of(),
                        "https://www.facebook.com/"),
                origin(
                        account,
                        4,
                        "Google My Business",
                        "google",
                        "local",
                        List.of(),
                        searched,
                        "https://maps.google.com/"),
                origin(
                        account,
                        5,
                        "Bing Ads",
                        "bing",
                        "cpc",
                        List.of(trade + " bing"),
                        searched,
                        "https://www.bing.com/"),
                origin(account, 6, "Direct", "direct", "none", List.of(), List.of(), ""),
                origin(account, 7, "Postcard", "", "", List.of(), List.of(), ""));
    }

    private static Origin origin(
            long account,
            int place,
            String name,
            String webSource,
            String medium,
            List<String> campaigns,
            List<String> keywords,
            String referrer) {
        String sid = OpaqueId.of("TSO", account + "/" + place);
        return new Origin(account % 10_000 * 10 + place, sid, name, webSource, medium, campaigns, keywords, referrer);
    }
}
