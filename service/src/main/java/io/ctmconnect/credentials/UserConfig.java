package io.ctmconnect.credentials;

import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Which CTM account a platform account uses: a document of {@code analytics.calltrackingmetrics.userconfig}.
 *
 * @param token the connection's id as text
 * @param ctmAccount CTM's account id
 * @param ctmSubAccount CTM's account id of the sub-account, if one is chosen
 */
record UserConfig(
        ObjectId id,
        ObjectId account,
        String token,
        String ctmAccount,
        @Nullable String ctmSubAccount,
        Instant createdAt,
        Instant updatedAt) {}
