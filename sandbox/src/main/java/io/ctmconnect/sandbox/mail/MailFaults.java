package io.ctmconnect.sandbox.mail;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ctmconnect.sandbox.http.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults in force. The first that fits strikes, in the order they were added. */
final class MailFaults {

    private static final class Armed {
        private final MailFault fault;
        private int struck;

        private Armed(MailFault fault) {
            this.fault = fault;
        }

        private boolean fits(Stage at, String to) {
            return fault.at() == at && !spent() && fault.to().matcher(to).find();
        }

        private boolean spent() {
            return fault.times() > 0 && struck >= fault.times();
        }
    }

    private final List<Armed> armed = new ArrayList<>();

    synchronized void add(MailFault fault) {
        armed.add(new Armed(fault));
    }

    /** The fault that strikes at a stage, which counts as one of its times. */
    synchronized Optional<MailFault> strike(Stage at, String to) {
        Optional<Armed> first = armed.stream().filter(one -> one.fits(at, to)).findFirst();
        first.ifPresent(one -> one.struck++);
        return first.map(one -> one.fault);
    }

    synchronized ArrayNode list() {
        ArrayNode list = Json.array();
        armed.forEach(one -> list.add(Json.object()
                .put("struck", one.struck)
                .put("spent", one.spent())
                .setAll(one.fault.spec())));
        return list;
    }

    synchronized void clear() {
        armed.clear();
    }
}
