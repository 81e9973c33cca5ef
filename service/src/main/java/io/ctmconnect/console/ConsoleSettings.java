package io.ctmconnect.console;

import io.ctmconnect.settings.Environment;

/**
 * Whether there is a console.
 *
 * @param enabled {@code CONSOLE_ENABLED}
 */
public record ConsoleSettings(boolean enabled) {
    /** Reads the key of this package. */
    public static ConsoleSettings of(Environment environment) {
        return new ConsoleSettings(environment.flag("CONSOLE_ENABLED", true));
    }
}
