package io.ctmconnect.sandbox.behaviour;

import java.util.List;

/**
 * Switches for facts about CTM that nothing public settles. The defaults follow the best source there is.
 *
 * @param tokenSeconds how long a login token lives, in seconds
 * @param loginAnswersKeys whether a login by user and password answers {@code access_key} and {@code secret}
 * @param loginMintsKeys whether each such login makes fresh keys instead of answering the present ones
 * @param hiddenAccounts the status for an account that exists but that the caller may not see: 403 or 404
 * @param statusAsArray whether the account detail wraps {@code status} in an array
 * @param honoursSort whether {@code sort} and {@code order} on calls have an effect
 * @param honoursDirection whether {@code direction} on calls has an effect
 * @param honoursLimitFields whether {@code limit_fields} has an effect
 * @param callStatusFilter what the status filter on calls does
 * @param nextPage the form of {@code next_page} on lists other than calls
 * @param totalEntries whether lists tell {@code total_entries} and {@code total_pages}
 * @param pageWindow how many rows of calls page numbers reach; the cursor goes beyond
 * @param requestsPerSecond requests allowed to one agency in a second, 0 for no limit; CTM allows about 10
 * @param retryAfter whether a 429 carries {@code Retry-After}
 * @param hasFunds whether an account can pay for a number; simulated purchases are free
 * @param refusedPurchase the status that a number is refused with: 406, 400 or 200
 * @param sourcePatch what {@code PATCH} on a source does: 200 works like {@code PUT}, 404 and 405 refuse
 * @param sourcePutAnswersSource whether a change of a source answers the source beside the status
 * @param sourceDeleteWord the {@code status} that answers the deletion of a source
 * @param fcmTokenSeconds how long an access token of FCM lives, in seconds
 * @param recordingMib the size of every recording in MiB, 0 for 8000 bytes a second of talk
 * @param recordingRedirect the status that sends to a recording's storage: 301, 302, 303 or 307
 */
public record Behaviour(
        long tokenSeconds,
        boolean loginAnswersKeys,
        boolean loginMintsKeys,
        int hiddenAccounts,
        boolean statusAsArray,
        boolean honoursSort,
        boolean honoursDirection,
        boolean honoursLimitFields,
        StatusFilter callStatusFilter,
        NextPage nextPage,
        boolean totalEntries,
        int pageWindow,
        int requestsPerSecond,
        boolean retryAfter,
        boolean hasFunds,
        int refusedPurchase,
        int sourcePatch,
        boolean sourcePutAnswersSource,
        String sourceDeleteWord,
        int fcmTokenSeconds,
        int recordingMib,
        int recordingRedirect) {

    /** Refuses values that mean nothing. */
    public Behaviour {
        require(tokenSeconds > 0, "token_seconds must be positive");
        require(hiddenAccounts == 403 || hiddenAccounts == 404, "hidden_accounts must be 403 or 404");
        require(pageWindow > 0, "page_window must be positive");
        require(requestsPerSecond >= 0, "requests_per_second must not be negative");
        require(List.of(200, 400, 406).contains(refusedPurchase), "refused_purchase must be 200, 400 or 406");
        require(List.of(200, 404, 405).contains(sourcePatch), "source_patch must be 200, 404 or 405");
        require(!sourceDeleteWord.isBlank(), "source_delete_word must not be blank");
        require(fcmTokenSeconds > 0, "fcm_token_seconds must be positive");
        require(recordingMib >= 0 && recordingMib <= 1_024, "recording_mib must be from 0 to 1024");
        require(
                List.of(301, 302, 303, 307).contains(recordingRedirect),
                "recording_redirect must be 301, 302, 303 or 307");
    }

    /** What CTM does as far as is known, without a rate limit. */
    public static Behaviour defaults() {
        return new Behaviour(
                86_400,
                true,
                false,
                403,
                false,
                true,
                true,
                true,
                StatusFilter.SLOPPY,
                NextPage.INTEGER,
                true,
                10_000,
                0,
                true,
                true,
                406,
                200,
                true,
                "success",
                3_599,
                0,
                302);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
