/** The storage that CTM sends its callers to for a recording. Start at {@code Storage}. */
@NullMarked
package io.ctmconnect.sandbox.recording;

import org.jspecify.annotations.NullMarked;
