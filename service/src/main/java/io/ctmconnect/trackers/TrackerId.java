package io.ctmconnect.trackers;

import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;

import java.util.regex.Pattern;

/**
 * What names a tracker: a number of CTM, or a source. CTM's ids are opaque behind three letters that tell their kind.
 *
 * @param value fit to stand in a path of CTM
 */
record TrackerId(Kind kind, String value) {
    enum Kind {
        NUMBER,
        SOURCE
    }

    private static final Pattern OPAQUE = Pattern.compile("[A-Z]{3}[0-9A-Za-z]{1,128}");
    private static final String NUMBER = "TPN";
    private static final String SOURCE = "TSO";

    /**
     * Reads an id of a path.
     *
     * @throws ApiException {@link ErrorCode#INVALID_ID} when it can be neither kind
     */
    static TrackerId of(String id) {
        boolean isSource = id.startsWith(SOURCE);
        if (!OPAQUE.matcher(id).matches() || !(isSource || id.startsWith(NUMBER))) {
            throw ApiException.of(
                    ErrorCode.INVALID_ID, "A tracker's id begins with TPN (a number) or with TSO (a source)");
        }
        return new TrackerId(isSource ? Kind.SOURCE : Kind.NUMBER, id);
    }

    static boolean isNumber(String id) {
        return id.startsWith(NUMBER) && OPAQUE.matcher(id).matches();
    }
}
