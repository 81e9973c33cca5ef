package io.ctmconnect.app;

import com.mongodb.client.MongoDatabase;
import io.ctmconnect.credentials.SealedCredentials;
import io.ctmconnect.rotation.SealedStore;
import io.ctmconnect.secrets.SealedFields;
import io.ctmconnect.webhooks.SealedTokens;

import java.util.List;

/** All that is stored sealed. */
final class SealedData {
    static final List<SealedFields> ALL = List.of(SealedCredentials.FIELDS, SealedTokens.FIELDS);

    private SealedData() {}

    static List<SealedStore> in(MongoDatabase database) {
        return ALL.stream().map(fields -> new SealedStore(database, fields)).toList();
    }
}
