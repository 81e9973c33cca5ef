package io.ctmconnect.callstore;

import io.ctmconnect.ctm.Call;
import org.bson.types.ObjectId;

/**
 * What an event says of a call.
 *
 * @param ctmAccount the CTM account's id
 * @param call the call as the event shows it, with an id
 * @param campaign counts it
 */
public record CallUpdate(String ctmAccount, Call call, ObjectId campaign) {
    /** The id of the call's document: one for each CTM account and call. */
    public String callKey() {
        return StoredCall.key(ctmAccount, call);
    }
}
