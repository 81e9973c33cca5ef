package io.ctmconnect.sandbox.fcm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The latest 10 000 sends, accepted and refused. */
final class Sends {

    private record Send(long seq, Instant time, ObjectNode message, int status, String name) {

        private String token() {
            return message.path("token").asText("");
        }

        private ObjectNode json() {
            ObjectNode json = Json.object()
                    .put("seq", seq)
                    .put("time", time.toString())
                    .put("token", token())
                    .put("status", status)
                    .put("name", name.isEmpty() ? null : name);
            json.set("message", message);
            return json;
        }
    }

    private static final int LIMIT = 10_000;

    private final Clock clock;
    private final Deque<Send> sends = new ArrayDeque<>();
    private long last;

    Sends(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(ObjectNode message, int status, String name) {
        last++;
        sends.addLast(new Send(last, clock.instant(), message, status, name));
        if (sends.size() > LIMIT) {
            sends.removeFirst();
        }
    }

    /** Those of a device, or of all when it is empty, behind a number; oldest first. */
    synchronized ArrayNode list(String token, long since, boolean accepted) {
        ArrayNode list = Json.array();
        sends.stream()
                .filter(send -> send.seq() > since
                        && (token.isEmpty() || token.equals(send.token()))
                        && (send.status() == 200) == accepted)
                .forEach(send -> list.add(send.json()));
        return list;
    }

    synchronized void clear() {
        sends.clear();
        last = 0;
    }
}
