package io.ctmconnect.http;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import java.util.List;

/** Makes the parameters of a query. */
public final class Queries {
    private Queries() {}

    /** From pairs written {@code name=value}; a name may come again. */
    public static MultivaluedMap<String, String> query(String... pairs) {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        for (String pair : pairs) {
            List<String> parts = List.of(pair.split("=", 2));
            query.add(parts.getFirst(), parts.getLast());
        }
        return query;
    }
}
