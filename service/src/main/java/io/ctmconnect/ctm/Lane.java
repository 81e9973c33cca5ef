package io.ctmconnect.ctm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request to CTM is charged to. Lanes of one connection share its pace and take turns.
 *
 * @param connection names the connection; while an account connects, the platform account
 * @param account the CTM account, empty for a request that is not about one
 */
record Lane(String connection, String account) {
    private static final Pattern ACCOUNT = Pattern.compile("/accounts/([^/?]+).*");

    /** The lane of a path below the API's base address. */
    static Lane of(String connection, String path) {
        Matcher named = ACCOUNT.matcher(path);
        return new Lane(connection, named.matches() ? named.group(1) : "");
    }
}
