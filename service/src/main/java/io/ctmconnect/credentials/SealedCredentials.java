package io.ctmconnect.credentials;

import io.ctmconnect.secrets.SealedFields;

/** What is sealed in key documents, live or soft-deleted. */
public final class SealedCredentials {
    public static final SealedFields FIELDS =
            SealedFields.of(KeyStore.COLLECTION, KeyDocument.PASSWORD, KeyDocument.ACCESS_KEY, KeyDocument.SECRET);

    private SealedCredentials() {}
}
