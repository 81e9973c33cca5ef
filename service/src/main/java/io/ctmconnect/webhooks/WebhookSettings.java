package io.ctmconnect.webhooks;

import io.ctmconnect.settings.Environment;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * How events are taken.
 *
 * @param signatureMode {@code WEBHOOK_SIGNATURE_MODE}: off, monitor or enforce
 */
public record WebhookSettings(SignatureMode signatureMode) {
    private static final String MODE = "WEBHOOK_SIGNATURE_MODE";

    /** Reads the keys of this package. */
    public static WebhookSettings of(Environment environment) {
        String word = environment.text(MODE, "monitor");
        return new WebhookSettings(Stream.of(SignatureMode.values())
                .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseGet(() -> {
                    environment.problem(MODE, "must be off, monitor or enforce");
                    return SignatureMode.MONITOR;
                }));
    }
}
