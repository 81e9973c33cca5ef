package io.ctmconnect.notifications;

import io.ctmconnect.notifications.Recipient.Role;
import io.ctmconnect.settings.Environment;

import java.net.URI;

/**
 * Where notices lead.
 *
 * @param appBaseUrl {@code APP_BASE_URL}: the platform's web application, without trailing slash
 */
public record LinkSettings(URI appBaseUrl) {
    /** Reads the key of links. */
    public static LinkSettings of(Environment environment) {
        return new LinkSettings(environment.httpAddress("APP_BASE_URL", "https://app.dashclicks.com"));
    }

    /** The owner sees the account's analytics, the agency's owner the list of its sub-accounts' projects. */
    String forRole(Role role) {
        return appBaseUrl
                + switch (role) {
                    case OWNER -> "/analytics";
                    case PARENT_OWNER -> "/projects";
                };
    }
}
