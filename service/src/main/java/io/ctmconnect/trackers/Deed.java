package io.ctmconnect.trackers;

import io.ctmconnect.ctm.CtmNumber;
import io.ctmconnect.http.Standing;
import org.jspecify.annotations.Nullable;

import java.util.Set;

/** Something that was done at CTM, or that was begun and may have been done. */
sealed interface Deed {
    String NUMBER = "number";
    String SOURCE = "source";
    String UNKNOWN = "unknown";

    /** What stands if nothing else happens. */
    Standing standing();

    /**
     * A number was bought. The account did not have it before.
     *
     * @param id null while it is not known whether it was bought
     */
    record Purchase(String phone, @Nullable String id) implements Deed {
        @Override
        public Standing standing() {
            return id == null
                    ? new Standing(NUMBER, null, UNKNOWN, "the number " + phone + " may have been bought")
                    : new Standing(NUMBER, id, "bought", "the number " + phone + " (" + id + ") was bought");
        }
    }

    /**
     * A source was created.
     *
     * @param before the sources that had this name already
     * @param id null while it is not known whether it was created
     */
    record Creation(
            String name, Set<String> before, @Nullable String id) implements Deed {
        @Override
        public Standing standing() {
            return id == null
                    ? new Standing(SOURCE, null, UNKNOWN, "a source named \"" + name + "\" may have been created")
                    : new Standing(SOURCE, id, "created", "the source \"" + name + "\" (" + id + ") was created");
        }
    }

    /**
     * A number was made the source's.
     *
     * @param former the number before
     * @param sure whether CTM has said that it was done
     */
    record Attachment(CtmNumber former, String source, boolean sure) implements Deed {
        @Override
        public Standing standing() {
            String from = former.sourceId() == null ? "had no source" : "had the source " + former.sourceId();
            String done = sure ? " was attached" : " may have been attached";
            return new Standing(
                    NUMBER,
                    former.id(),
                    sure ? "attached" : UNKNOWN,
                    "the number " + former.id() + done + " to the source " + source + "; it " + from);
        }
    }

    /**
     * A number was routed elsewhere.
     *
     * @param former the number before
     * @param destination E.164
     * @param sure whether CTM has said that it was done
     */
    record Routing(CtmNumber former, String destination, boolean sure) implements Deed {
        @Override
        public Standing standing() {
            String done = sure ? " was routed to " : " may have been routed to ";
            return new Standing(
                    NUMBER,
                    former.id(),
                    sure ? "routed" : UNKNOWN,
                    "the number " + former.id() + done + destination + "; it "
                            + Routes.said("was routed to", former.route()));
        }
    }

    /**
     * A source's fields were changed.
     *
     * @param sure whether CTM has said that it was done
     */
    record Update(String source, boolean sure) implements Deed {
        @Override
        public Standing standing() {
            String done = sure ? " was changed" : " may have been changed";
            return new Standing(SOURCE, source, sure ? "updated" : UNKNOWN, "the source " + source + done);
        }
    }
}
