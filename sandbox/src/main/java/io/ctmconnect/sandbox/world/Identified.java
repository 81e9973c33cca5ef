package io.ctmconnect.sandbox.world;

/** What has an opaque id of its own. */
public interface Identified {

    /** The opaque id, such as {@code TPN} and 64 hex digits. */
    String sid();
}
