package io.ctmconnect.credentials;

import io.ctmconnect.callstore.History;
import io.ctmconnect.callstore.Reading;
import io.ctmconnect.callstore.ReadingSettings;
import io.ctmconnect.callstore.ReadingStore;
import jakarta.inject.Singleton;
import org.bson.types.ObjectId;

import java.util.List;
import java.util.Objects;

/** How far the calls of a connection's CTM accounts were read, as the account sees it. */
@Singleton
class ReadCalls {
    private final ReadingStore store;
    private final ReadingSettings settings;

    ReadCalls(ReadingStore store, ReadingSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    ReconciliationView reconciliation(ObjectId connection) {
        return settings.sweeps()
                ? ReconciliationView.of(
                        store.of(connection).stream().map(Reading::sweeps).toList())
                : ReconciliationView.OFF;
    }

    /** @param isConfigured whether a CTM account is chosen: there is nothing to read back else */
    HistoryView history(ObjectId connection, boolean isConfigured) {
        if (!settings.readsHistory() || !isConfigured) {
            return HistoryView.OFF;
        }
        List<History> histories = store.of(connection).stream()
                .map(Reading::history)
                .filter(Objects::nonNull)
                .toList();
        return HistoryView.of(histories);
    }
}
