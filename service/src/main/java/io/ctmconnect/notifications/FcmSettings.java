package io.ctmconnect.notifications;

import io.ctmconnect.settings.Environment;
import org.jspecify.annotations.Nullable;

import java.net.URI;

/**
 * How push notices are sent.
 *
 * @param account the service account in {@code FCM_CREDENTIALS_FILE}; null switches push off
 * @param baseUrl {@code FCM_BASE_URL}, without trailing slash
 */
public record FcmSettings(@Nullable ServiceAccount account, URI baseUrl) {
    private static final String CREDENTIALS_FILE = "FCM_CREDENTIALS_FILE";
    private static final String BASE_URL = "FCM_BASE_URL";

    /** Reads the keys of push notices. */
    public static FcmSettings of(Environment environment) {
        URI baseUrl = environment.httpAddress(BASE_URL, "https://fcm.googleapis.com");
        if (!Environment.isPrivate(baseUrl)) {
            environment.problem(BASE_URL, "must be https, unless it is this machine's");
        }
        return new FcmSettings(
                environment
                        .text(CREDENTIALS_FILE)
                        .map(path -> account(environment, path))
                        .orElse(null),
                baseUrl);
    }

    private static @Nullable ServiceAccount account(Environment environment, String path) {
        try {
            return ServiceAccount.read(path);
        } catch (IllegalArgumentException e) {
            environment.problem(CREDENTIALS_FILE, String.valueOf(e.getMessage()));
            return null;
        }
    }
}
