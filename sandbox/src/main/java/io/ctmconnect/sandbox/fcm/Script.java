package io.ctmconnect.sandbox.fcm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.fault.Order;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Response;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The errors that sends are to meet. The first that fits strikes, in the order they were added. */
final class Script {

    /**
     * One ordered error.
     *
     * @param token the device that it is for, empty for all
     * @param times how often it strikes, 0 for always
     */
    private record Line(ObjectNode spec, FcmError error, String token, int times, String retryAfter) {

        private boolean fits(String device) {
            return token.isEmpty() || token.equals(device);
        }

        private Response response() {
            Response response = error.response();
            return retryAfter.isEmpty() ? response : response.with("Retry-After", retryAfter);
        }
    }

    private static final class Armed {
        private final Line line;
        private int struck;

        private Armed(Line line) {
            this.line = line;
        }

        private boolean spent() {
            return line.times() > 0 && struck >= line.times();
        }
    }

    private static final int MANY = 1_000_000;

    private final List<Armed> armed = new ArrayList<>();

    /** Adds an error from {@code {error, token?, times?, retry_after?}}, and answers the list. */
    synchronized ArrayNode add(ObjectNode spec) throws Refused {
        Order order = new Order(spec);
        FcmError error = error(order.text("error", ""));
        String token = order.text("token", "");
        String retryAfter = order.value("retry_after").asText("");
        Line line = new Line(spec, error, token, order.number("times", 1, MANY, 0), retryAfter);
        order.nothingElse();
        armed.add(new Armed(line));
        return list();
    }

    private static FcmError error(String name) throws Refused {
        return Arrays.stream(FcmError.values())
                .filter(error -> error.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Refused.badRequest("error must be one of " + Arrays.toString(FcmError.values())));
    }

    /** The error that a send to a device meets, which counts as one of its times. */
    synchronized Optional<Response> strike(String device) {
        return armed.stream()
                .filter(one -> !one.spent() && one.line.fits(device))
                .findFirst()
                .map(one -> {
                    one.struck++;
                    return one.line.response();
                });
    }

    synchronized ArrayNode list() {
        ArrayNode list = Json.array();
        armed.forEach(one -> list.add(Json.object()
                .put("struck", one.struck)
                .put("spent", one.spent())
                .setAll(one.line.spec())));
        return list;
    }

    synchronized void clear() {
        armed.clear();
    }
}
