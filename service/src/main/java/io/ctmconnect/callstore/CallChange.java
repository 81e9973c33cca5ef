package io.ctmconnect.callstore;

import io.ctmconnect.ctm.Call;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Set;

/**
 * A call of which events have said something that is not outdated by what was stored.
 *
 * @param call as the events show it
 * @param isFirst whether nothing was stored of it before
 * @param campaigns that count it
 */
public record CallChange(String ctmAccount, Call call, boolean isFirst, Set<ObjectId> campaigns) {
    /** Whether an update is about this call. */
    public boolean isOf(CallUpdate update) {
        return ctmAccount.equals(update.ctmAccount())
                && Objects.equals(call.id(), update.call().id());
    }

    static CallChange of(StoredCall event, @Nullable StoredCall before) {
        return new CallChange(
                event.ctmAccount(),
                event.call(),
                before == null,
                event.countings().keySet());
    }
}
