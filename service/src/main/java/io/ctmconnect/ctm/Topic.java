package io.ctmconnect.ctm;

/**
 * What a read is about, so that it can be forgotten when that changes.
 *
 * @param account the CTM account; empty when it is about all that a connection reaches
 * @param ofCalls whether it is about the account's calls, else about all that is set up in it
 */
record Topic(String account, boolean ofCalls) {
    /** The list of accounts, which nothing that this service does changes. */
    static final Topic ACCOUNTS = new Topic("", false);

    static Topic calls(String account) {
        return new Topic(account, true);
    }

    static Topic setup(String account) {
        return new Topic(account, false);
    }
}
