package io.ctmconnect.app;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.ctmconnect.platform.PlatformSettings;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.types.ObjectId;

import java.util.List;

/**
 * Sample documents of the platform: an agency with one sub-account, their owners, a browser that takes push notices, and a
 * campaign that is fed by calls.
 */
@Singleton
class DemoData {
    static final ObjectId AGENCY = new ObjectId("65f0a1b2c3d4e5f60718a001");
    static final ObjectId OWNER = new ObjectId("65f0a1b2c3d4e5f60718b001");

    private static final ObjectId SUB_ACCOUNT = new ObjectId("65f0a1b2c3d4e5f60718a002");
    private static final ObjectId SUB_OWNER = new ObjectId("65f0a1b2c3d4e5f60718b002");
    private static final ObjectId BROWSER = new ObjectId("65f0a1b2c3d4e5f60718d001");
    static final ObjectId CAMPAIGN = new ObjectId("65f0a1b2c3d4e5f60718c001");

    private final MongoDatabase database;
    private final PlatformSettings platform;

    DemoData(MongoDatabase database, PlatformSettings platform) {
        this.database = database;
        this.platform = platform;
    }

    /** Writes them; again is the same. */
    void fill() {
        put("_accounts", AGENCY, new Document("name", "Harborview Marketing").append("owner", OWNER));
        put(
                "_accounts",
                SUB_ACCOUNT,
                new Document("name", "Northwind Dental")
                        .append("owner", SUB_OWNER)
                        .append("parent_account", AGENCY));
        put("_users", OWNER, user(AGENCY, "Robin Castellan", "robin@harborview.example"));
        put("_users", SUB_OWNER, user(SUB_ACCOUNT, "Priya Nair", "priya@northwind.example"));
        put(
                "fcm.tokens",
                BROWSER,
                new Document("account_id", AGENCY)
                        .append("user_id", OWNER)
                        .append("web_token", List.of("demo-browser")));
        put(
                platform.campaignsCollection(),
                CAMPAIGN,
                new Document("account_id", AGENCY)
                        .append("name", "Calls from the website")
                        .append("integration", "calltrackingmetrics")
                        .append("active", true));
    }

    private static Document user(ObjectId account, String name, String email) {
        return new Document("account", account)
                .append("name", name)
                .append("email", email)
                .append("is_owner", true);
    }

    private void put(String collection, ObjectId id, Document document) {
        database.getCollection(collection)
                .replaceOne(Filters.eq(id), document.append("_id", id), new ReplaceOptions().upsert(true));
    }
}
