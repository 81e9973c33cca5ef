package io.ctmconnect.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing at CTM that a request which failed half-way has made or changed and not undone, or may have.
 *
 * @param type {@code source} or {@code number}
 * @param id CTM's id, null when CTM did not say
 * @param state what was done to it; {@code unknown} when CTM did not say whether it was done
 * @param detail the same for people, to be read after "what stands:"
 */
@Schema(description = "One thing at CTM that a request which failed half-way has left behind, or may have")
public record Standing(
        @Schema(
                enumeration = {"source", "number"},
                examples = "number")
        String type,

        @Schema(examples = "TPN20F068005148EFB88AA6") @Nullable
        String id,

        @Schema(
                enumeration = {"created", "updated", "bought", "attached", "routed", "unknown"},
                examples = "bought")
        String state,

        @Schema(examples = "the number +12025550143 was bought and could not be released: CTM_UNAVAILABLE")
        String detail) {}
