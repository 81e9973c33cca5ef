package io.ctmconnect.trackers;

import io.ctmconnect.ctm.CtmNumber;
import io.ctmconnect.ctm.RouteOrder;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to be undone, told from what was done: first the number goes back to where it was, or is released if it was
 * bought; then the source is deleted.
 *
 * @param purchase null when no number was bought
 * @param creation null when no source was created
 * @param attachment null when no number was attached
 * @param routing null when no number was routed
 */
record UndoPlan(
        Deed.@Nullable Purchase purchase,
        Deed.@Nullable Creation creation,
        Deed.@Nullable Attachment attachment,
        Deed.@Nullable Routing routing) {

    static UndoPlan of(List<Deed> deeds) {
        return new UndoPlan(
                last(deeds, Deed.Purchase.class).orElse(null),
                last(deeds, Deed.Creation.class).orElse(null),
                last(deeds, Deed.Attachment.class).orElse(null),
                last(deeds, Deed.Routing.class).orElse(null));
    }

    private static <T extends Deed> Optional<T> last(List<Deed> deeds, Class<T> kind) {
        return deeds.reversed().stream()
                .flatMap(deed -> kind.isInstance(deed) ? Stream.of(kind.cast(deed)) : Stream.empty())
                .findFirst();
    }

    /** The number as it was before it was attached or routed, if it was. */
    Optional<CtmNumber> former() {
        return Optional.ofNullable(attachment)
                .map(Deed.Attachment::former)
                .or(() -> Optional.ofNullable(routing).map(Deed.Routing::former));
    }

    /**
     * The source that the number must be given back to.
     *
     * @param now the number as it is; null when CTM cannot be asked: then what CTM has said counts
     */
    Optional<String> sourceToGiveBack(@Nullable CtmNumber now) {
        if (attachment == null || !(now == null ? attachment.sure() : !sameSource(attachment.former(), now))) {
            return Optional.empty();
        }
        return Optional.ofNullable(attachment.former().sourceId());
    }

    /** The route that the number must be given back, as far as CTM has words for it; {@code now} as above. */
    Optional<RouteOrder> routeToGiveBack(@Nullable CtmNumber now) {
        if (routing == null) {
            return Optional.empty();
        }
        boolean changed =
                now == null ? routing.sure() : !Routes.same(routing.former().route(), now.route());
        return Optional.ofNullable(routing.former().route())
                .filter(_ -> changed)
                .flatMap(RouteOrder::backTo);
    }

    static boolean sameSource(CtmNumber former, CtmNumber now) {
        return former.sourceId() == null
                ? now.sourceId() == null
                : former.sourceId().equals(now.sourceId());
    }
}
