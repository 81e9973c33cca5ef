package io.ctmconnect.callstore;

import io.ctmconnect.ctm.Call;

/**
 * A call of which events have said something that is not outdated by what was stored.
 *
 * @param call as the events show it
 */
public record CallChange(String ctmAccount, Call call) {
    /** The id of the call's document. */
    public String callKey() {
        return StoredCall.key(ctmAccount, call);
    }
}
