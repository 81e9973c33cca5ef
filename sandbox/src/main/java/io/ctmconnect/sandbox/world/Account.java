package io.ctmconnect.sandbox.world;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A CTM account.
 *
 * @param id CTM's number of it
 * @param agencyId the agency that owns it; accounts have no other hierarchy
 * @param name shown to people
 * @param website the customer's site
 * @param zone decides its days and the text of {@code called_at}
 * @param railsZone the zone's name in Rails, which CTM calls {@code timezone}
 * @param created when it was opened
 * @param canceled when it was closed, if it was
 * @param balanceCents US cents left
 */
public record Account(
        long id,
        long agencyId,
        String name,
        String website,
        ZoneId zone,
        String railsZone,
        Instant created,
        Optional<Instant> canceled,
        long balanceCents) {

    /** CTM's word for the state it is in. */
    public String status() {
        return canceled.isPresent() ? "canceled" : "active";
    }
}
