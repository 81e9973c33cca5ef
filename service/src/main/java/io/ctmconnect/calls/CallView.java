package io.ctmconnect.calls;

import io.ctmconnect.ctm.Call;
import io.ctmconnect.ctm.CallStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A call as the platform's lists show it. What CTM does not say is null; timings are null while the call goes on.
 *
 * @param caller the caller's number, E.164 where CTM gives it; null for an anonymous caller
 * @param duration seconds, ringing included
 * @param talkTime seconds
 * @param ringTime seconds
 * @param startTime UTC
 * @param isNewCaller whether this number had not called before
 * @param agent the answering agent's name
 * @param recordingUrl where this service has the recording; needs the caller's token; null while there is none
 */
record CallView(
        @Schema(examples = "3187264501") String id,
        @Schema(examples = "+14105550129") @Nullable String caller,
        @Schema(examples = "Dana Whitfield") @Nullable String callerName,
        @Schema(examples = "+12025550143") @Nullable String trackingNumber,
        @Schema(examples = "Ads landing page") @Nullable String trackingLabel,
        @Schema(examples = "214") @Nullable Long duration,
        @Schema(examples = "196") @Nullable Long talkTime,
        @Schema(examples = "18") @Nullable Long ringTime,
        @Schema(examples = "answered") CallStatus callStatus,
        @Schema(examples = "inbound") @Nullable String direction,
        @Schema(examples = "2026-03-17T13:42:31Z") @Nullable Instant startTime,
        @Schema(examples = "Google Ads") @Nullable String source,
        @Schema(examples = "cpc") @Nullable String medium,
        @Schema(examples = "Implants MD") @Nullable String campaign,
        @Schema(examples = "dental implants") @Nullable String keyword,
        @Schema(examples = "Annapolis") @Nullable String city,
        @Schema(examples = "MD") @Nullable String state,
        @Schema(examples = "true") @Nullable Boolean isNewCaller,
        @Schema(examples = "Priya Nair") @Nullable String agent,
        @Schema(examples = "[\"new patient\"]") List<String> tags,

        @Schema(
                examples = "https://connect.example/v1/e/calltrackingmetrics/65f0a1b2c3d4e5f60718a0aa/accounts/482913"
                        + "/calls/3187264501/recording")
        @Nullable
        String recordingUrl) {

    static CallView of(Call call, CallLinks links) {
        return new CallView(
                String.valueOf(call.id()),
                call.caller(),
                call.callerName(),
                call.text("tracking_number"),
                call.text("tracking_label"),
                call.duration(),
                call.talkTime(),
                call.ringTime(),
                call.status(),
                call.direction(),
                call.startTime(),
                call.text("source"),
                call.text("medium"),
                call.text("campaign"),
                call.text("keyword"),
                call.text("city"),
                call.text("state"),
                call.isNewCaller(),
                call.agentName(),
                call.tags(),
                links.recording(call));
    }
}
