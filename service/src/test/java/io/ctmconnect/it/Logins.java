package io.ctmconnect.it;

import static org.assertj.core.api.Assertions.assertThat;

/** The sandbox's logins, as bodies of POST /auth. */
final class Logins {
    static final String AGENCY_USER = user("agency@example.com", "sandbox-password");
    static final String ACCOUNT_USER = user("northwind@example.com", "sandbox-password");
    static final String WRONG_PASSWORD = user("agency@example.com", "not-the-password");
    static final String AGENCY_KEYS = keys("sandbox-agency-20417-key-1", "sandbox-agency-20417-secret-1");
    static final String ACCOUNT_KEYS = keys("sandbox-account-482913-key-1", "sandbox-account-482913-secret-1");

    private Logins() {}

    static String user(String name, String password) {
        return "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
    }

    static String keys(String accessKey, String secret) {
        return "{\"access_key\":\"%s\",\"secret\":\"%s\"}".formatted(accessKey, secret);
    }

    /** Connects and answers the connection's id. */
    static String connect(Api caller, String login) {
        Api.Reply reply = caller.post("/auth", login);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.data().path("id").asText();
    }
}
