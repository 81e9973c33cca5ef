package io.ctmconnect.webhooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.callstore.CallChange;
import io.ctmconnect.ctm.Call;
import jakarta.inject.Singleton;
import org.bson.types.ObjectId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tells accounts of calls that have changed. */
@Singleton
class LiveFeed {
    private final LiveStore store;

    LiveFeed(LiveStore store) {
        this.store = store;
    }

    /** Tells everybody whose events are about a changed call; a campaign each. */
    void tell(List<CallChange> changes, List<PendingCall> events) {
        Map<String, Map<ObjectId, ReceivedEvent>> byCall = new HashMap<>();
        events.forEach(pending -> byCall.computeIfAbsent(pending.update().callKey(), _ -> new LinkedHashMap<>())
                .putIfAbsent(Objects.requireNonNull(pending.event().campaign()), pending.event()));
        Map<ObjectId, List<String>> messages = new LinkedHashMap<>();
        changes.forEach(change -> byCall.getOrDefault(change.callKey(), Map.of())
                .values()
                .forEach(event -> messages.computeIfAbsent(
                                Objects.requireNonNull(event.account()), _ -> new ArrayList<>())
                        .add(message(change, event))));
        messages.forEach(store::append);
    }

    private static String message(CallChange change, ReceivedEvent event) {
        Call call = change.call();
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("event", (call.isFinished() ? CallEventKind.COMPLETED : CallEventKind.RECEIVED).wire())
                .put("campaign_id", Objects.requireNonNull(event.campaign()).toHexString())
                .put("calltracking_account_id", change.ctmAccount());
        message.putObject("call")
                .put("id", call.id())
                .put("caller", call.caller())
                .put("caller_name", call.callerName())
                .put("tracking_number", call.text("tracking_number"))
                .put("tracking_label", call.text("tracking_label"))
                .put("duration", call.duration())
                .put("talk_time", call.talkTime())
                .put("call_status", call.status().wire())
                .put("direction", call.direction())
                .put("start_time", Objects.toString(call.startTime(), null))
                .put("source", call.text("source"))
                .put("city", call.text("city"))
                .put("state", call.text("state"));
        return message.toString();
    }
}
