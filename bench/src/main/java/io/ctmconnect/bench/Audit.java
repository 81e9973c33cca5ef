package io.ctmconnect.bench;

import com.mongodb.client.model.Filters;
import io.ctmconnect.bench.Plan.Shipment;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the service's store against what was sent, after all of it was acknowledged. */
final class Audit {
    private final Store store;
    private final Plan plan;
    private final List<Campaign> campaigns;
    private final List<String> complaints = new ArrayList<>();

    private Audit(Store store, Plan plan, List<Campaign> campaigns) {
        this.store = store;
        this.plan = plan;
        this.campaigns = campaigns;
    }

    /** What is wrong; nothing if all is well. */
    static List<String> of(Store store, Plan plan, List<Campaign> campaigns) {
        Audit audit = new Audit(store, plan, campaigns);
        audit.inbox();
        audit.archive();
        audit.calls();
        campaigns.forEach(audit::metrics);
        campaigns.forEach(audit::leads);
        return audit.complaints;
    }

    private void inbox() {
        long left = store.waiting();
        if (left > 0) {
            complaints.add(left + " events are still in the inbox");
        }
    }

    private void archive() {
        Map<ObjectId, Campaign> byId = campaigns.stream().collect(Collectors.toMap(Campaign::id, Function.identity()));
        List<Document> archived =
                store.collection("calltrackingmetrics.events").find().into(new ArrayList<>());
        compare("archived events", plan.different().stream(), archived.stream().map(event -> shipment(byId, event)));
        long failed = archived.stream()
                .filter(event -> !"processed".equals(event.getString("status")))
                .count();
        if (failed > 0) {
            complaints.add(failed + " archived events are not processed");
        }
    }

    private static Shipment shipment(Map<ObjectId, Campaign> byId, Document event) {
        return new Shipment(
                Objects.requireNonNull(byId.get(event.getObjectId("campaign_id"))),
                event.getString("event"),
                new String(event.get("body", Binary.class).getData(), StandardCharsets.UTF_8));
    }

    private void calls() {
        compare(
                "stored calls",
                plan.calls().stream().map(call -> call.ctmAccount() + ":" + call.id() + " " + call.lastDuration()),
                store.collection("analytics.calltrackingmetrics.calls").find().into(new ArrayList<>()).stream()
                        .map(call -> call.getString("_id") + " "
                                + Objects.requireNonNullElse(call.getLong("duration"), 0L)));
    }

    private void metrics(Campaign campaign) {
        Recount expected = Recount.of(plan.of(campaign));
        Recount counted = Recount.of(store.metrics(campaign.id()));
        if (!counted.equals(expected)) {
            complaints.add("campaign " + campaign.id() + ": expected " + expected + ", counted " + counted);
        }
    }

    private void leads(Campaign campaign) {
        compare(
                "leads of campaign " + campaign.id(),
                plan.of(campaign).stream().filter(PlannedCall::isFinished).map(call -> String.valueOf(call.id())),
                store
                        .collection("inbound.leads")
                        .find(Filters.eq("campaign_id", campaign.id()))
                        .into(new ArrayList<>())
                        .stream()
                        .map(lead -> lead.getEmbedded(List.of("data", "call_id"), String.class)));
    }

    private <T> void compare(String what, Stream<T> expected, Stream<T> found) {
        List<String> wanted = expected.map(String::valueOf).toList();
        List<String> there = found.map(String::valueOf).toList();
        TreeSet<String> missing = new TreeSet<>(wanted);
        there.forEach(missing::remove);
        TreeSet<String> strange = new TreeSet<>(there);
        wanted.forEach(strange::remove);
        if (!missing.isEmpty() || !strange.isEmpty() || there.size() != wanted.size()) {
            complaints.add("%s: %d instead of %d, missing %d %s, never sent %d %s"
                    .formatted(
                            what,
                            there.size(),
                            wanted.size(),
                            missing.size(),
                            missing.stream().limit(3).toList(),
                            strange.size(),
                            strange.stream().limit(3).toList()));
        }
    }
}
