package io.ctmconnect.credentials;

import io.ctmconnect.secrets.Secret;
import jakarta.inject.Singleton;
import org.bson.types.ObjectId;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The secrets that CTM may have signed an event with. */
@Singleton
public class SigningSecrets {
    private final KeyStore keys;
    private final UserConfigStore configs;

    SigningSecrets(KeyStore keys, UserConfigStore configs) {
        this.keys = keys;
        this.configs = configs;
    }

    /** A live connection's secret. */
    public record Held(ObjectId connection, Secret secret) {}

    /**
     * Those of the live connections that use a CTM account: the given ones, and those whose account has chosen it as its
     * CTM account or sub-account.
     */
    public List<Held> of(String ctmAccount, Collection<ObjectId> connections) {
        return Stream.concat(connections.stream(), configs.connectionsOf(ctmAccount).stream())
                .distinct()
                .flatMap(id -> keys.find(id).stream())
                .flatMap(connection -> connection.credentials().stream()
                        .map(stored -> new Held(connection.id(), stored.keys().secret())))
                .toList();
    }
}
