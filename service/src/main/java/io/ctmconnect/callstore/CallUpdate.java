package io.ctmconnect.callstore;

import io.ctmconnect.ctm.Call;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * What an event, or CTM's list, says of a call.
 *
 * @param ctmAccount the CTM account's id
 * @param call the call as it is shown, with an id
 * @param campaign counts it; null when none does on account of this
 */
public record CallUpdate(
        String ctmAccount, Call call, @Nullable ObjectId campaign) {
    /** The id of the call's document: one for each CTM account and call. */
    public String callKey() {
        return StoredCall.key(ctmAccount, call);
    }
}
