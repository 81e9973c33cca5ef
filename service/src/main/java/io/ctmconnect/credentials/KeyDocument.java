package io.ctmconnect.credentials;

import io.ctmconnect.ctm.CtmKeys;
import io.ctmconnect.secrets.Secret;
import io.ctmconnect.secrets.SecretBox;
import io.ctmconnect.secrets.UnreadableSecretException;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** Writes and reads the fields of a key document; the platform's names, the three secrets sealed. */
@Singleton
class KeyDocument {
    static final String ACCOUNT = "account_id";
    static final String USER = "user";
    static final String PASSWORD = "password";
    static final String ACCESS_KEY = "access_key";
    static final String SECRET = "secret";
    static final String TOKEN_INVALIDATED = "token_invalidated";
    static final String INVALIDATED_AT = "invalidated_at";
    static final String LAST_SUCCESS_AT = "last_success_at";
    static final String DELETED = "deleted";
    static final String VERSION = "version";
    static final String CREATED_AT = "createdAt";
    static final String UPDATED_AT = "updatedAt";

    private static final Logger LOG = Logger.getLogger(KeyDocument.class);

    private final SecretBox box;

    KeyDocument(SecretBox box) {
        this.box = box;
    }

    static boolean isLive(Document document) {
        return document.get(DELETED) == null;
    }

    /** The login's fields; all four are always there, so that a change of the kind of login leaves nothing behind. */
    Document sealed(ObjectId id, CtmLogin login, CtmKeys keys) {
        Secret password = login instanceof CtmLogin.User user ? user.password() : null;
        return new Document(USER, login.user())
                .append(PASSWORD, password == null ? null : seal(password, id, PASSWORD))
                .append(ACCESS_KEY, seal(keys.accessKey(), id, ACCESS_KEY))
                .append(SECRET, seal(keys.secret(), id, SECRET));
    }

    String seal(Secret secret, ObjectId id, String field) {
        return box.seal(secret, place(id, field));
    }

    Connection read(Document document) {
        return new Connection(
                document.getObjectId("_id"),
                document.getObjectId(ACCOUNT),
                document.getString(USER),
                credentials(document),
                Boolean.TRUE.equals(document.getBoolean(TOKEN_INVALIDATED)),
                instant(document, INVALIDATED_AT),
                document.get(VERSION, Number.class).longValue(),
                instant(document, LAST_SUCCESS_AT),
                document.getDate(CREATED_AT).toInstant(),
                document.getDate(UPDATED_AT).toInstant());
    }

    private Optional<Connection.Credential> credentials(Document document) {
        ObjectId id = document.getObjectId("_id");
        try {
            String password = document.getString(PASSWORD);
            return Optional.of(new Connection.Credential(
                    password == null ? null : box.open(password, place(id, PASSWORD)),
                    new CtmKeys(
                            box.open(document.getString(ACCESS_KEY), place(id, ACCESS_KEY)),
                            box.open(document.getString(SECRET), place(id, SECRET)))));
        } catch (UnreadableSecretException e) {
            LOG.error(e.getMessage());
            return Optional.empty();
        }
    }

    private static @Nullable Instant instant(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }

    private static SecretBox.Place place(ObjectId id, String field) {
        return new SecretBox.Place(KeyStore.COLLECTION, id.toHexString(), field);
    }
}
