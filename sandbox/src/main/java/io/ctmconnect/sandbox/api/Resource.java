package io.ctmconnect.sandbox.api;

/** A group of routes; to add one to the API, write it and name it in {@link Api}. */
interface Resource {

    void addTo(Routes routes);
}
