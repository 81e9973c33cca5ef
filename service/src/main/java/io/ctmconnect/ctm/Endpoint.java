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
    RECORDING("recording", true),
    NUMBERS("numbers", true),
    NUMBER("number", true),
    SEARCH_NUMBERS("search_numbers", true),
    BUY_NUMBER("buy_number", false),
    ROUTE_NUMBER("route_number", false),
    RELEASE_NUMBER("release_number", false),
    SOURCES("sources", true),
    SOURCE("source", true),
    NUMBERS_OF_SOURCE("numbers_of_source", true),
    CREATE_SOURCE("create_source", false),
    UPDATE_SOURCE("update_source", false),
    DELETE_SOURCE("delete_source", false),
    ATTACH_NUMBER("attach_number", false),
    WEBHOOKS("webhooks", true),
    CREATE_WEBHOOK("create_webhook", false),
    DELETE_WEBHOOK("delete_webhook", false);

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
