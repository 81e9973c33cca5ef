package io.ctmconnect.calls;

import io.ctmconnect.credentials.CtmSession;
import io.ctmconnect.ctm.Call;
import io.ctmconnect.ctm.CtmApi;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import jakarta.inject.Singleton;

/** Finds one call. */
@Singleton
class CallLookup {
    private final CtmApi ctm;

    CallLookup(CtmApi ctm) {
        this.ctm = ctm;
    }

    /**
     * The call with all its fields.
     *
     * @throws ApiException {@code NOT_FOUND} when CTM has no such activity, or it is no phone call
     */
    Call find(CtmSession session, String account, String id) {
        Call call = session.read(access -> ctm.call(access, account, id));
        if (!id.equals(call.id()) || !call.isPhoneCall()) {
            throw ApiException.of(ErrorCode.NOT_FOUND, "There is no such call");
        }
        return call;
    }
}
