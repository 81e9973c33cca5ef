package io.ctmconnect.calls;

import io.ctmconnect.http.Fields;
import io.ctmconnect.http.PageRequest;
import jakarta.ws.rs.core.MultivaluedMap;

import java.util.List;
import java.util.function.Function;

/** The query of the call list. */
record CallQuery(PageRequest page, CallOrder order, CallFilter filter) {
    static CallQuery of(MultivaluedMap<String, String> query) {
        Fields fields = Fields.of(query);
        CallQuery form = new CallQuery(PageRequest.of(fields), order(fields), CallFilter.of(fields));
        fields.check();
        return form;
    }

    private static CallOrder order(Fields fields) {
        CallOrder.Key key = fields.choice("sort", CallOrder.Key.DATE, CallOrder.Key.ALL, CallOrder.Key::wire);
        boolean descending = fields.choice("order", "desc", List.of("asc", "desc"), Function.identity())
                .equals("desc");
        return new CallOrder(key, descending);
    }

    /** Whether CTM's own paging gives the right pages: its order is asked for, and no filter is left to us alone. */
    boolean isPagedByCtm() {
        return order.equals(CallOrder.NEWEST_FIRST) && filter.isKnownToCtm();
    }
}
