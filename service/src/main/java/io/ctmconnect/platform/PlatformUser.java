package io.ctmconnect.platform;

import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A user of the platform. Prints as its id: the rest is personal data.
 *
 * @param email null when the user has none
 * @param name how to address the user; null when the platform does not know
 */
public record PlatformUser(
        ObjectId id, @Nullable String email, @Nullable String name) {
    /** Reads a document of {@code _users}; empty when its id is none of the platform's. */
    static Optional<PlatformUser> of(Document user) {
        return PlatformFields.id(user, "_id")
                .map(id ->
                        new PlatformUser(id, PlatformFields.text(user, "email").orElse(null), name(user)));
    }

    private static @Nullable String name(Document user) {
        return PlatformFields.text(user, "name")
                .or(() -> Optional.of(Stream.of("first_name", "last_name")
                                .flatMap(field -> PlatformFields.text(user, field).stream())
                                .collect(Collectors.joining(" ")))
                        .filter(joined -> !joined.isEmpty()))
                .orElse(null);
    }

    @Override
    public String toString() {
        return "PlatformUser[" + id + "]";
    }
}
