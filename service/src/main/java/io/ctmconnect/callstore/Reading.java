package io.ctmconnect.callstore;

import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What was read of one CTM account with one connection: a document of {@code calltrackingmetrics.readings}.
 *
 * @param connection with whose credentials it is read
 * @param ctmAccount CTM's account id
 * @param sweepDue when it is to be swept next
 * @param sweeps what sweeps have found
 * @param historyDue when its history is to be read on; null when there is nothing more to read
 * @param history how far that is; null when the account was not chosen in a config
 * @param failures turns in a row that have failed
 * @param revision changes with every change
 */
public record Reading(
        ObjectId connection,
        String ctmAccount,
        Instant sweepDue,
        Sweeps sweeps,
        @Nullable Instant historyDue,
        @Nullable History history,
        int failures,
        long revision) {
    /** The id of the document. */
    public String id() {
        return id(connection, ctmAccount);
    }

    /** The id of the document of a connection's CTM account. */
    public static String id(ObjectId connection, String ctmAccount) {
        return connection.toHexString() + ":" + ctmAccount;
    }

    /** One of which nothing is read. */
    public static Reading begun(ObjectId connection, String ctmAccount, Instant now) {
        return new Reading(connection, ctmAccount, now, Sweeps.NONE, null, null, 0, 0);
    }

    /** This with other findings of sweeps. */
    public Reading with(Sweeps other) {
        return new Reading(connection, ctmAccount, sweepDue, other, historyDue, history, failures, revision);
    }

    /**
     * This with another history.
     *
     * @param due when it is read on; null when there is no more to read
     */
    public Reading with(@Nullable History other, @Nullable Instant due) {
        return new Reading(connection, ctmAccount, sweepDue, sweeps, due, other, failures, revision);
    }

    /** This, to be swept at another time. */
    public Reading sweptAgainAt(Instant due) {
        return new Reading(connection, ctmAccount, due, sweeps, historyDue, history, failures, revision);
    }

    /** This after so many failed turns. */
    public Reading withFailures(int inARow) {
        return new Reading(connection, ctmAccount, sweepDue, sweeps, historyDue, history, inARow, revision);
    }
}
