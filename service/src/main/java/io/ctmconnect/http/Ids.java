package io.ctmconnect.http;

import java.util.regex.Pattern;

/** The kinds of ids that stand in paths. */
public final class Ids {
    private static final Pattern CTM = Pattern.compile("[1-9]\\d{0,17}");
    private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-fA-F]{24}");

    private Ids() {}

    /**
     * CTM's numeric id of an account or a call, fit to stand in a path of CTM.
     *
     * @throws ApiException {@link ErrorCode#INVALID_ID} when it is none
     */
    public static String ctm(String id) {
        if (!isCtm(id)) {
            throw ApiException.of(ErrorCode.INVALID_ID, "A CallTrackingMetrics id is a number");
        }
        return id;
    }

    static boolean isCtm(String id) {
        return CTM.matcher(id).matches();
    }

    static boolean isObjectId(String id) {
        return OBJECT_ID.matcher(id).matches();
    }
}
