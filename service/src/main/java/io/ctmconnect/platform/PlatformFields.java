package io.ctmconnect.platform;

import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

import java.util.List;
import java.util.Optional;

/** The platform's fields as its services write them: ids as ObjectId or as text, anything may be missing. */
final class PlatformFields {
    private PlatformFields() {}

    /** The id in a field, however it is written; empty when there is none. */
    static Optional<ObjectId> id(Document document, String field) {
        return Optional.ofNullable(document.get(field))
                .map(Object::toString)
                .filter(ObjectId::isValid)
                .map(ObjectId::new);
    }

    /** The text in a field, without blanks around it; empty when there is none. */
    static Optional<String> text(Document document, String field) {
        return Optional.ofNullable(document.get(field))
                .filter(String.class::isInstance)
                .map(value -> ((String) value).strip())
                .filter(value -> !value.isEmpty());
    }

    /** The value at the end of a path; empty when the path breaks off. */
    static Optional<Object> at(Document document, List<String> path) {
        Object value = document;
        for (String field : path) {
            value = value instanceof Document part ? part.get(field) : null;
        }
        return Optional.ofNullable(value);
    }

    /** Documents whose field holds the id, however it is written. */
    static Bson holds(String field, ObjectId id) {
        return Filters.in(field, id, id.toHexString());
    }
}
