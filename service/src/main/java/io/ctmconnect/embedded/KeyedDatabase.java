package io.ctmconnect.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

import java.util.List;

/** The engine's database with collections of {@link KeyedCollection}, stored as BSON. The engine uses Java's serialization. */
final class KeyedDatabase extends H2Database {
    private final MVStore store;
    private final CursorRegistry cursors;

    KeyedDatabase(String name, MVStore store, CursorRegistry cursors) {
        // The engine opens collections while it constructs the database.
        this.store = store;
        this.cursors = cursors;
        super(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
        String namespace = getDatabaseName() + "." + collection;
        MVMap<Object, Document> documents = store.openMap(
                "databases." + namespace,
                new MVMap.Builder<Object, Document>().keyType(StoredTypes.VALUE).valueType(StoredTypes.DOCUMENT));
        MVMap<String, Object> notes = store.openMap("meta." + namespace);
        return new KeyedCollection(this, collection, options, documents, notes, cursors);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        // The engine then gets this map, as it is open.
        store.openMap(
                getDatabaseName() + "." + collection + "._index_" + name,
                new MVMap.Builder<KeyValue, Object>()
                        .keyType(StoredTypes.INDEX_KEY)
                        .valueType(StoredTypes.VALUE));
        return super.openOrCreateUniqueIndex(collection, name, keys, sparse);
    }
}
