package io.ctmconnect.credentials;

import io.ctmconnect.ctm.CtmKeys;
import io.ctmconnect.secrets.Secret;
import io.ctmconnect.secrets.SecretBox;
import io.ctmconnect.secrets.UnreadableSecretException;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jboss.logging.Logger;

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
    static final String LAST_WEBHOOK_AT = "last_webhook_at";
    static final String DELETED = "deleted";
    static final String VERSION = "version";
    static final String GENERATION = "generation";
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

    /** 0 in documents of other writers. */
    static long version(Document document) {
        return number(document, VERSION);
    }

    /** 0 before the first disconnect. */
    static long generation(Document document) {
        return number(document, GENERATION);
    }

    private static long number(Document document, String field) {
        return document.get(field, (Number) 0L).longValue();
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

    /** Documents of other writers may lack what only we write: version, dates, even secrets. */
    Connection read(Document document) {
        Instant made = document.getObjectId("_id").getDate().toInstant();
        return new Connection(
                document.getObjectId("_id"),
                document.getObjectId(ACCOUNT),
                document.getString(USER),
                credentials(document),
                Boolean.TRUE.equals(document.getBoolean(TOKEN_INVALIDATED)),
                instant(document, INVALIDATED_AT).orElse(null),
                version(document),
                number(document, GENERATION),
                instant(document, LAST_SUCCESS_AT).orElse(null),
                instant(document, LAST_WEBHOOK_AT).orElse(null),
                instant(document, CREATED_AT).orElse(made),
                instant(document, UPDATED_AT).orElse(made));
    }

    private Optional<Connection.Credential> credentials(Document document) {
        try {
            Optional<Secret> accessKey = open(document, ACCESS_KEY);
            Optional<Secret> secret = open(document, SECRET);
            if (accessKey.isEmpty() || secret.isEmpty()) {
                return Optional.empty();
            }
            CtmKeys keys = new CtmKeys(accessKey.get(), secret.get());
            return Optional.of(
                    new Connection.Credential(open(document, PASSWORD).orElse(null), keys));
        } catch (UnreadableSecretException e) {
            LOG.error(e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Secret> open(Document document, String field) {
        return Optional.ofNullable(document.getString(field))
                .map(text -> box.open(text, place(document.getObjectId("_id"), field)));
    }

    private static Optional<Instant> instant(Document document, String field) {
        return Optional.ofNullable(document.getDate(field)).map(Date::toInstant);
    }

    private static SecretBox.Place place(ObjectId id, String field) {
        return SealedCredentials.FIELDS.place(id.toHexString(), field);
    }
}
