package io.ctmconnect.sandbox.world;

/** What a key or a login reaches. */
public sealed interface Scope {

    /** Every account of an agency. */
    record Agency(long id) implements Scope {}

    /** One account alone. */
    record Single(long accountId, long agencyId) implements Scope {}

    /** Whether an account is within reach. */
    default boolean covers(Account account) {
        return switch (this) {
            case Agency agency -> account.agencyId() == agency.id();
            case Single single -> account.id() == single.accountId();
        };
    }

    /** The agency that the limit on requests is counted for. */
    default long agencyId() {
        return switch (this) {
            case Agency agency -> agency.id();
            case Single single -> single.agencyId();
        };
    }

    /** A readable name, such as {@code agency-20417} or {@code account-482913}. */
    default String label() {
        return switch (this) {
            case Agency agency -> "agency-" + agency.id();
            case Single single -> "account-" + single.accountId();
        };
    }
}
