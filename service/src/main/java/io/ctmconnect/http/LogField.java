package io.ctmconnect.http;

/** The names of the log fields that a request carries. */
public final class LogField {
    public static final String REQUEST_ID = "request_id";
    public static final String ACCOUNT_ID = "account_id";
    public static final String ROUTE = "route";
    public static final String METHOD = "method";
    public static final String STATUS = "status";
    public static final String DURATION_MS = "duration_ms";

    private LogField() {}
}
