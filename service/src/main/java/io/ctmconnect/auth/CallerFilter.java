package io.ctmconnect.auth;

import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import io.ctmconnect.http.LogField;
import io.ctmconnect.platform.PlatformAccounts;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.bson.types.ObjectId;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Verifies the token before a route runs, and the right to act for the sub-account in {@code ?account_id=}. */
@Provider
@Authenticated
class CallerFilter implements ContainerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final TokenVerifier verifier;
    private final PlatformAccounts accounts;
    private final CurrentCaller current;

    CallerFilter(TokenVerifier verifier, PlatformAccounts accounts, CurrentCaller current) {
        this.verifier = verifier;
        this.accounts = accounts;
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Caller caller = verifier.verify(token(request.getHeaderString(HttpHeaders.AUTHORIZATION)));
        MDC.put(LogField.ACCOUNT_ID, caller.account().toHexString());
        String other = request.getUriInfo().getQueryParameters().getFirst("account_id");
        Caller acting = other == null ? caller : actingFor(caller, other);
        MDC.put(LogField.ACCOUNT_ID, acting.account().toHexString());
        current.set(acting);
    }

    private static String token(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw ApiException.of(ErrorCode.UNAUTHORIZED);
        }
        return header.substring(SCHEME.length()).strip();
    }

    private Caller actingFor(Caller caller, String other) {
        if (!ObjectId.isValid(other)) {
            throw ApiException.of(ErrorCode.INVALID_ID);
        }
        ObjectId account = new ObjectId(other);
        if (account.equals(caller.account())) {
            return caller;
        }
        if (accounts.parentOf(account).filter(caller.account()::equals).isEmpty()) {
            throw ApiException.of(ErrorCode.FORBIDDEN);
        }
        return caller.actingFor(account);
    }
}
