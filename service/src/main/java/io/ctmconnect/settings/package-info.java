/**
 * Reads the environment into typed values and collects every problem instead of stopping at the first.
 *
 * <p>Knows no feature: each feature declares its own settings record and reads it from {@link
 * io.ctmconnect.settings.Environment}. Start reading there.
 */
@NullMarked
package io.ctmconnect.settings;

import org.jspecify.annotations.NullMarked;
