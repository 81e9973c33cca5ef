package io.ctmconnect.idempotency;

import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.Standing;

import java.util.List;
import java.util.function.Consumer;

/**
 * Where a request notes what it does at CTM, so that this can be told even when it is cut off. Not for sharing between
 * threads.
 */
public final class Steps {
    private final Consumer<List<Standing>> saved;
    private boolean begun;

    Steps(Consumer<List<Standing>> saved) {
        this.saved = saved;
    }

    /** Steps of a request without a key: nothing is kept. */
    public static Steps unkept() {
        return new Steps(_ -> {});
    }

    /**
     * Notes what would stand if the request ended now. To be called before each write to CTM, with what the write may
     * leave behind, and after it.
     *
     * @throws ApiException when it cannot be noted: then the write must not be done
     */
    public void note(List<Standing> stands) {
        saved.accept(stands);
        begun = true;
    }

    boolean begun() {
        return begun;
    }
}
