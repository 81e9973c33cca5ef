package io.ctmconnect.sandbox.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Response;
import io.ctmconnect.sandbox.world.Account;
import io.ctmconnect.sandbox.world.Activity;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/** CTM's envelope of calls, by page number up to a window of rows and by cursor without end. */
final class CallListing {

    private final ApiCall call;
    private final Page page;
    private final SortOrder order;
    private final List<Activity> found;
    private final List<Activity> rest;

    private CallListing(ApiCall call, Account account) throws Refused {
        this.call = call;
        this.page = Page.of(call.params());
        this.order = SortOrder.of(call.params(), call.behaviour());
        List<Activity> all = call.world().log(account).newestFirst();
        this.found = order.sort(all.stream().filter(CallFilter.of(call, account)));
        this.rest = call.params().has("after") ? behindCursor() : behindEarlierPages();
    }

    static Response of(ApiCall call, Account account) throws Refused {
        return Response.ok(new CallListing(call, account).envelope());
    }

    private List<Activity> behindCursor() throws Refused {
        Activity place = order.placeOf(call.params().text("after"));
        Comparator<Activity> comparator = order.comparator();
        return found.stream()
                .filter(activity -> comparator.compare(activity, place) > 0)
                .toList();
    }

    private List<Activity> behindEarlierPages() throws Refused {
        int window = call.behaviour().pageWindow();
        if (page.offset() + page.size() > window) {
            throw Refused.badRequest("page is beyond " + window + " rows, use after");
        }
        return found.stream().skip(page.offset()).toList();
    }

    private ObjectNode envelope() {
        Fields fields = Fields.of(call);
        List<Activity> rows = rest.stream().limit(page.size()).toList();
        ObjectNode envelope = Json.object();
        ArrayNode calls = envelope.putArray("calls");
        rows.forEach(activity -> calls.add(fields.cut(CallJson.row(activity, call.request()))));
        envelope.put("page", page.number()).put("per_page", page.size());
        if (call.behaviour().totalEntries()) {
            envelope.put("total_entries", found.size()).put("total_pages", page.count(found.size()));
        }
        envelope.set("sort", order.json());
        envelope.set("stats", stats());
        addLinks(envelope, rows);
        return envelope;
    }

    private ObjectNode stats() {
        ObjectNode stats = Json.object();
        if (call.params().text("stats").equals("1")) {
            stats.putObject("total").put("value", found.size());
        }
        return stats;
    }

    private void addLinks(ObjectNode envelope, List<Activity> rows) {
        boolean more = rest.size() > rows.size();
        String after = more ? order.cursor(rows.getLast()) : null;
        envelope.put("after", after);
        envelope.put("next_page", more ? link(page.number() + 1, after) : null);
        envelope.put("previous_page", page.number() > 1 ? link(page.number() - 1, null) : null);
    }

    private String link(int number, @Nullable String after) {
        ObjectNode params = call.params().tree().deepCopy();
        params.remove(List.of("after", "auth_token"));
        params.put("page", number).put("per_page", page.size());
        return call.request().linkWith(after == null ? params : params.put("after", after));
    }
}
