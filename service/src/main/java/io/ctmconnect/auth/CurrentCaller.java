package io.ctmconnect.auth;

import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The caller of the present request. */
@RequestScoped
public class CurrentCaller {
    private @Nullable Caller caller;

    /**
     * The caller.
     *
     * @throws ApiException {@link ErrorCode#UNAUTHORIZED} when the route let nobody in
     */
    public Caller get() {
        if (caller == null) {
            throw ApiException.of(ErrorCode.UNAUTHORIZED);
        }
        return caller;
    }

    void set(Caller verified) {
        caller = verified;
    }
}
