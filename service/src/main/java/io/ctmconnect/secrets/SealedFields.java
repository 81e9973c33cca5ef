package io.ctmconnect.secrets;

import java.util.List;

/**
 * Which fields of a collection hold sealed secrets. Whoever seals names its fields here, so that a rotation of the keyset
 * knows all that is sealed.
 *
 * @param collection the collection's name
 * @param names the fields, at the top of a document; each holds a sealed text, null, or is not there
 */
public record SealedFields(String collection, List<String> names) {
    public static SealedFields of(String collection, String... names) {
        return new SealedFields(collection, List.of(names));
    }

    /**
     * Where a secret of a document is stored.
     *
     * @throws IllegalArgumentException when the field is none of them
     */
    public SecretBox.Place place(String documentId, String field) {
        if (!names.contains(field)) {
            throw new IllegalArgumentException(collection + " has no sealed field " + field);
        }
        return new SecretBox.Place(collection, documentId, field);
    }
}
