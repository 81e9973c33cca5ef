package io.ctmconnect.rotation;

import io.ctmconnect.secrets.SealedFields;
import io.ctmconnect.secrets.SecretBox;
import org.bson.Document;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The sealed texts of a stored document.
 *
 * @param id the document's
 * @param texts by their field; fields without a value are left out
 */
record SealedDocument(SealedFields fields, Object id, Map<String, String> texts) {
    static SealedDocument of(SealedFields fields, Document document) {
        Map<String, String> texts = new HashMap<>();
        for (String field : fields.names()) {
            Object value = document.get(field);
            if (value != null) {
                // What is no text was never sealed, and opens as little as an empty one.
                texts.put(field, value instanceof String text ? text : "");
            }
        }
        return new SealedDocument(fields, Objects.requireNonNull(document.get("_id")), texts);
    }

    /** Those that this keyset opens, or does not. */
    Map<String, String> texts(SecretBox box, boolean opened) {
        return texts.entrySet().stream()
                .filter(text -> box.opens(text.getValue(), place(text.getKey())) == opened)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    SecretBox.Place place(String field) {
        return fields.place(id.toString(), field);
    }
}
