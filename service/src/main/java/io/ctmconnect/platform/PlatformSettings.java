package io.ctmconnect.platform;

import io.ctmconnect.settings.Environment;

/**
 * Names that differ between installations of the platform.
 *
 * @param campaignsCollection {@code CAMPAIGNS_COLLECTION}: the platform's documents disagree on the name
 */
public record PlatformSettings(String campaignsCollection) {
    /** Reads the keys of this package. */
    public static PlatformSettings of(Environment environment) {
        String name = environment.text("CAMPAIGNS_COLLECTION", "campaigns");
        if (name.contains("$") || name.startsWith("system.")) {
            environment.problem("CAMPAIGNS_COLLECTION", "must be the name of a collection");
        }
        return new PlatformSettings(name);
    }
}
