package io.ctmconnect.sandbox.http;

import java.io.Serial;

/** Ends the handling of a request with an answer that says why. */
public final class Refused extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Response response;

    /** Refuses with an answer. */
    public Refused(Response response) {
        super("refused with " + response.status(), null, false, false);
        this.response = response;
    }

    /** Refuses with 400 and a message. */
    public static Refused badRequest(String message) {
        return new Refused(Response.error(400, message));
    }

    /** What to answer. */
    public Response response() {
        return response;
    }
}
