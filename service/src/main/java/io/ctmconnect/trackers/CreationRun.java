package io.ctmconnect.trackers;

import io.ctmconnect.ctm.CreatedSource;
import io.ctmconnect.ctm.CtmNumber;
import io.ctmconnect.ctm.CtmRoute;
import io.ctmconnect.ctm.CtmSource;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import io.ctmconnect.trackers.TrackerCreation.Created;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The steps of one creation. */
final class CreationRun {
    private final TrackerSession session;
    private final TrackerForm form;
    private final Ledger ledger;
    private final List<String> warnings = new ArrayList<>();

    CreationRun(TrackerSession session, TrackerForm form, Ledger ledger) {
        this.session = session;
        this.form = form;
        this.ledger = ledger;
    }

    /** @param present the account's number that shall belong to the tracker, null for none */
    Created run(@Nullable CtmNumber present, TrackerLookup lookup) {
        Set<String> before = session.sourcesNamed(form.name()).whole().stream()
                .map(CtmSource::id)
                .collect(Collectors.toUnmodifiableSet());
        CtmNumber number = form.phoneNumber() == null ? present : buy(form.phoneNumber());
        CtmSource source = create(before);
        if (number != null) {
            attach(number, source);
            ledger.route(session, number, form.destination());
        } else if (form.destination() != null) {
            warnings.add("destination was not used: the tracker has no number");
        }
        return new Created(shown(number, source, lookup), warnings);
    }

    private CtmNumber buy(String phone) {
        session.numbers(phone).whole().stream().findFirst().ifPresent(owned -> {
            throw ApiException.of(
                    ErrorCode.CONFLICT,
                    "phone_number is a number of this account already: use number_id " + owned.id());
        });
        return ledger.step(
                new Deed.Purchase(phone, null),
                () -> session.buy(phone),
                bought -> new Deed.Purchase(phone, bought.id()));
    }

    private CtmSource create(Set<String> before) {
        CreatedSource created = ledger.step(
                new Deed.Creation(form.name(), before, null),
                () -> session.create(form.fields()),
                answer -> new Deed.Creation(form.name(), before, answer.source().id()));
        warnings.addAll(created.warnings());
        return created.source();
    }

    private void attach(CtmNumber number, CtmSource source) {
        ledger.write(
                new Deed.Attachment(number, source.id(), false),
                () -> session.attach(source.id(), number.id()),
                new Deed.Attachment(number, source.id(), true));
    }

    /** As a look shows it; if that fails, everything is done all the same, and CTM's answers say what. */
    private Tracker shown(@Nullable CtmNumber number, CtmSource source, TrackerLookup lookup) {
        try {
            return lookup.find(session, TrackerId.of(number == null ? source.id() : number.id()));
        } catch (ApiException _) {
            warnings.add("CallTrackingMetrics could not be asked for the tracker afterwards: it is shown as ordered");
            return number == null
                    ? Tracker.of(source, List.of())
                    : Tracker.of(source, List.of(ordered(number, source)));
        }
    }

    private CtmNumber ordered(CtmNumber number, CtmSource source) {
        CtmRoute route = form.destination() == null
                ? number.route()
                : new CtmRoute("receiving_number", null, List.of(new CtmRoute.Target(null, null, form.destination())));
        return new CtmNumber(
                number.id(),
                number.name(),
                number.number(),
                number.formatted(),
                number.active(),
                source.id(),
                source.name(),
                route);
    }
}
