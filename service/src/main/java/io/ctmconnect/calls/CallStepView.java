package io.ctmconnect.calls;

import io.ctmconnect.ctm.CallPart;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A station that a call passed: a menu, a queue, a number.
 *
 * @param routeType CTM's word for its kind
 * @param startedAt when the call came there, as CTM writes it
 */
record CallStepView(
        @Schema(examples = "Front desk") @Nullable String routeName,
        @Schema(examples = "40184") @Nullable String routeId,
        @Schema(examples = "PhysicalPhoneNumber") @Nullable String routeType,
        @Schema(examples = "2026-03-17T13:42:33Z") @Nullable String startedAt) {

    static CallStepView of(CallPart step) {
        return new CallStepView(
                step.text("route_name"), step.text("route_id"), step.text("route_type"), step.text("started_at"));
    }
}
