package io.ctmconnect.credentials;

import jakarta.inject.Singleton;
import org.bson.types.ObjectId;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The live connections, and the CTM accounts that their configs name, for work that nobody has asked for. */
@Singleton
public class ConnectedAccounts {
    private final KeyStore keys;
    private final UserConfigStore configs;

    ConnectedAccounts(KeyStore keys, UserConfigStore configs) {
        this.keys = keys;
        this.configs = configs;
    }

    /**
     * A CTM account that a live connection has chosen.
     *
     * @param ctmAccount CTM's account id, of the account or of the sub-account
     */
    public record Chosen(ObjectId connection, String ctmAccount) {}

    /**
     * What is connected at one moment.
     *
     * @param live the ids of the live connections
     * @param chosen each CTM account of each of their configs
     */
    public record Connected(Set<ObjectId> live, Set<Chosen> chosen) {}

    /** What is connected now. */
    public Connected now() {
        Map<ObjectId, UserConfig> byAccount = configs.all().stream()
                .collect(Collectors.toMap(UserConfig::account, Function.identity(), (one, _) -> one));
        List<KeyStore.Live> live = keys.allLive();
        Set<Chosen> chosen = new HashSet<>();
        live.forEach(connection -> Stream.ofNullable(byAccount.get(connection.account()))
                .filter(config -> config.isOf(connection.id(), connection.generation()))
                .flatMap(UserConfig::ctmAccounts)
                .forEach(account -> chosen.add(new Chosen(connection.id(), account))));
        return new Connected(live.stream().map(KeyStore.Live::id).collect(Collectors.toSet()), chosen);
    }
}
