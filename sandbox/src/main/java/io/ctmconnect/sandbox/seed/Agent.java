package io.ctmconnect.sandbox.seed;

import io.ctmconnect.sandbox.world.OpaqueId;

import java.util.List;
import java.util.Locale;

/** A person of the account who takes calls. */
record Agent(String id, String name, String email) {

    private static final List<String> NAMES = List.of("Priya Nair", "Owen Blake", "Lucía Ortega");

    static List<Agent> of(String domain) {
        return NAMES.stream().map(name -> of(name, domain)).toList();
    }

    private static Agent of(String name, String domain) {
        String user = name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT);
        String ascii = user.equals("lucía") ? "lucia" : user;
        return new Agent(OpaqueId.shorter("USR", domain + name), name, ascii + "@" + domain);
    }
}
