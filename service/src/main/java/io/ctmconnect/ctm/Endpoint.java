package io.ctmconnect.ctm;

/**
 * CTM's endpoints as metrics and logs name them; paths with ids never appear there. A safe endpoint changes nothing at CTM
 * and may be tried again.
 */
enum Endpoint {
    LOGIN("login", false),
    ACCOUNTS("accounts", true),
    ACCOUNT("account", true),
    SEARCH_CALLS("search_calls", true),
    CALL("call", true),
    RECORDING("recording", true);

    private final String label;
    private final boolean safe;

    Endpoint(String label, boolean safe) {
        this.label = label;
        this.safe = safe;
    }

    String label() {
        return label;
    }

    boolean safe() {
        return safe;
    }
}
