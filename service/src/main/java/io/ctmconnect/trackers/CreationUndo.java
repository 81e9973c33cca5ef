package io.ctmconnect.trackers;

import io.ctmconnect.ctm.CtmNumber;
import io.ctmconnect.ctm.CtmSource;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.Standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes back what a creation has done before it failed. Each step is tried once; what CTM does not answer is looked at
 * afterwards, and what is left is told.
 */
final class CreationUndo {
    private static final int TIMEOUT = 504;

    private final TrackerSession session;
    private final boolean mayStillRun;
    private final List<Standing> left = new ArrayList<>();

    /** @param failure of the step at which the creation ended; after a timeout CTM may still be at it */
    private CreationUndo(TrackerSession session, ApiException failure) {
        this.session = session;
        this.mayStillRun = failure.status() == TIMEOUT;
    }

    /** Undoes and answers what still stands. */
    static List<Standing> of(TrackerSession session, List<Deed> deeds, ApiException failure) {
        return new CreationUndo(session, failure).run(UndoPlan.of(deeds));
    }

    private List<Standing> run(UndoPlan plan) {
        Optional<NumberReturn> number = plan.former().map(former -> new NumberReturn(session, plan, former));
        if (plan.purchase() == null) {
            number.ifPresent(NumberReturn::giveBack);
        } else {
            release(plan.purchase());
        }
        boolean isThere = plan.purchase() == null || !left.isEmpty();
        if (plan.creation() != null) {
            delete(plan.creation());
        }
        // After the deletion: a number that had no source is without one only then.
        number.filter(_ -> isThere).map(NumberReturn::differences).ifPresent(left::addAll);
        return left;
    }

    private void release(Deed.Purchase purchase) {
        String id = purchase.id();
        if (id == null) {
            findPurchase(purchase);
            return;
        }
        Removal.of(purchase.standing(), () -> session.release(id), () -> session.number(id))
                .ifPresent(left::add);
    }

    private void findPurchase(Deed.Purchase purchase) {
        Optional<AllPages<CtmNumber>> found = asked(() -> session.numbers(purchase.phone()));
        Optional<CtmNumber> bought = found.flatMap(all -> all.items().stream().findFirst());
        bought.ifPresentOrElse(
                number -> release(new Deed.Purchase(purchase.phone(), number.id())),
                () -> doubt(purchase, found.map(AllPages::isWhole).orElse(false)));
    }

    private void delete(Deed.Creation creation) {
        String id = creation.id();
        if (id == null) {
            findCreation(creation);
            return;
        }
        Removal.of(creation.standing(), () -> session.delete(id), () -> session.source(id))
                .ifPresent(left::add);
    }

    private void findCreation(Deed.Creation creation) {
        Optional<List<CtmSource>> found =
                asked(() -> session.sourcesNamed(creation.name()).whole());
        List<String> added = found.orElse(List.of()).stream()
                .map(CtmSource::id)
                .filter(id -> !creation.before().contains(id))
                .toList();
        if (added.size() == 1 && isEmpty(added.getFirst())) {
            delete(new Deed.Creation(creation.name(), creation.before(), added.getFirst()));
        } else {
            doubt(creation, found.isPresent() && added.isEmpty());
        }
    }

    /** Ours has no number yet: one that has is somebody else's. */
    private boolean isEmpty(String source) {
        return asked(() -> session.numbersOf(source))
                .map(numbers -> numbers.items().isEmpty())
                .orElse(false);
    }

    /** What CTM does not list was not done, unless it may still be at it. */
    private void doubt(Deed unanswered, boolean isNotListed) {
        if (!isNotListed || mayStillRun) {
            left.add(unanswered.standing());
        }
    }

    private static <T> Optional<T> asked(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (ApiException _) {
            return Optional.empty();
        }
    }
}
