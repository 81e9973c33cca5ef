package io.ctmconnect.sandbox.world;

import java.util.ArrayList;
import java.util.List;

/** Where a tracking number sends its calls. */
public sealed interface CallRoute {

    /**
     * Receiving numbers, rung at the same time. None for a number that was just bought.
     *
     * @param receivers their opaque ids
     */
    record Numbers(List<String> receivers) implements CallRoute {

        /** The same without one. */
        public Numbers without(String receiver) {
            return new Numbers(
                    receivers.stream().filter(sid -> !sid.equals(receiver)).toList());
        }

        /** The same with one more behind the others. */
        public Numbers with(String receiver) {
            List<String> more = new ArrayList<>(without(receiver).receivers());
            more.add(receiver);
            return new Numbers(List.copyOf(more));
        }
    }

    /** A menu, a router, a queue or a person. */
    record To(Destination destination) implements CallRoute {}
}
