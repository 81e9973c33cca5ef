package io.ctmconnect.sandbox.control;

import io.ctmconnect.sandbox.http.Router;

/** A group of control routes; to add one, write it and name it in {@link Control}. */
interface Levers {

    void addTo(Router<Lever> router);
}
