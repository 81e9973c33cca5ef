package io.ctmconnect.credentials;

import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.stream.Stream;

/**
 * Which CTM account a platform account uses: a document of {@code analytics.calltrackingmetrics.userconfig}.
 *
 * @param token the connection's id as text
 * @param generation the connection's when it was saved; null when somebody else wrote it
 * @param ctmAccount CTM's account id
 * @param ctmSubAccount CTM's account id of the sub-account, if one is chosen
 */
record UserConfig(
        ObjectId id,
        ObjectId account,
        String token,
        @Nullable Long generation,
        String ctmAccount,
        @Nullable String ctmSubAccount,
        Instant createdAt,
        Instant updatedAt) {
    /** Whether it has not ended with a disconnect of the connection. */
    boolean isOf(Connection connection) {
        return isOf(connection.id(), connection.generation());
    }

    /** Likewise, of the connection with this id and generation. */
    boolean isOf(ObjectId connection, long connectionsGeneration) {
        return generation == null || generation >= connectionsGeneration || !token.equals(connection.toHexString());
    }

    /** The chosen CTM account, and the sub-account; not what other writers may have stored that is no CTM id. */
    Stream<String> ctmAccounts() {
        return Stream.concat(Stream.ofNullable(ctmAccount), Stream.ofNullable(ctmSubAccount))
                .filter(id -> id.matches("\\d{1,18}"))
                .distinct();
    }
}
