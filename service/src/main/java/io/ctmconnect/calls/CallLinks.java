package io.ctmconnect.calls;

import io.ctmconnect.ctm.Call;
import org.jspecify.annotations.Nullable;

import java.net.URI;

/**
 * Links to a CTM account's calls.
 *
 * @param base where callers reach this service
 * @param connection the connection's id, {@code tokenId} in paths
 * @param account the CTM account's id
 */
record CallLinks(URI base, String connection, String account) {
    /** Where this service has the call's recording; null when CTM names none. */
    @Nullable
    String recording(Call call) {
        return call.audio() == null
                ? null
                : base + "/v1/e/calltrackingmetrics/" + connection + "/accounts/" + account + "/calls/" + call.id()
                        + "/recording";
    }
}
