package io.ctmconnect.sandbox.fault;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults in force. The first that fits a request strikes, in the order they were added. */
public final class Faults {

    private static final class Armed {
        private final int id;
        private final Fault fault;
        private int seen;
        private int struck;

        private Armed(int id, Fault fault) {
            this.id = id;
            this.fault = fault;
        }

        private boolean strikes(Request request) {
            if (spent() || !fault.target().fits(request)) {
                return false;
            }
            seen++;
            boolean due = seen % fault.every() == 0;
            struck += due ? 1 : 0;
            return due;
        }

        private boolean spent() {
            return fault.times() > 0 && struck >= fault.times();
        }

        private ObjectNode json() {
            return Json.object()
                    .put("id", id)
                    .put("struck", struck)
                    .put("spent", spent())
                    .setAll(fault.spec());
        }
    }

    private final List<Armed> armed = new ArrayList<>();
    private int added;

    /** Adds a fault, and answers it as listed. */
    public synchronized ObjectNode add(Fault fault) {
        added++;
        Armed one = new Armed(added, fault);
        armed.add(one);
        return one.json();
    }

    /** The fault that strikes a request, which counts as one of its times. */
    public synchronized Optional<Fault> strike(Request request) {
        return armed.stream().filter(one -> one.strikes(request)).findFirst().map(one -> one.fault);
    }

    /** The same of those faults alone that name a path; others are meant for CTM. */
    public synchronized Optional<Fault> strikeByPath(Request request) {
        return armed.stream()
                .filter(one -> !one.fault.target().path().pattern().isEmpty() && one.strikes(request))
                .findFirst()
                .map(one -> one.fault);
    }

    /** Every fault added since the last clearing, spent ones too. */
    public synchronized ArrayNode list() {
        ArrayNode list = Json.array();
        armed.forEach(one -> list.add(one.json()));
        return list;
    }

    /** Ends all faults; the next one is number 1 again. */
    public synchronized void clear() {
        armed.clear();
        added = 0;
    }
}
