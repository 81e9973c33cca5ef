package io.ctmconnect.calls;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ctmconnect.ctm.Call;
import io.ctmconnect.ctm.CallPart;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * A call as a page about it shows it: the fields of the list, and more. What CTM does not say is null.
 *
 * @param call the fields of the list, on the same level
 * @param sid CTM's opaque id
 * @param postalCode of the caller's address
 * @param country two letters
 * @param businessNumber the number that the call was put through to, E.164
 * @param businessLabel that number's name
 * @param holdTime seconds on hold
 * @param waitTime seconds of waiting
 * @param notes what agents wrote
 * @param summary CTM's summary of the talk
 * @param transcript the talk in words, a line a turn
 * @param sale how the call was scored
 * @param customFields the account's own fields, named and filled as CTM has them
 * @param location address of the page on which the visitor landed
 * @param lastLocation address of the visitor's last page before the call
 * @param referrer address that led the visitor to the site
 * @param firstTouch the source that first brought the visitor
 * @param lastTouch the source that last brought the visitor
 * @param callPath the stations that the call passed, in order; empty when CTM names none
 * @param webVisit the visit to the site that led to the call
 */
record CallDetailView(
        @JsonUnwrapped CallView call,

        @Schema(examples = "CA5f0e1d2c3b4a59687f6e5d4c3b2a1908") @Nullable
        String sid,

        @Schema(examples = "dana@example.com") @Nullable String email,
        @Schema(examples = "12 Elm St") @Nullable String street,
        @Schema(examples = "21401") @Nullable String postalCode,
        @Schema(examples = "US") @Nullable String country,
        @Schema(examples = "+14105550177") @Nullable String businessNumber,
        @Schema(examples = "Front desk") @Nullable String businessLabel,
        @Schema(examples = "0") @Nullable Long holdTime,
        @Schema(examples = "6") @Nullable Long waitTime,
        @Nullable String notes,

        @Schema(examples = "Caller asked for an implant consultation.") @Nullable
        String summary,

        @Schema(examples = "Priya: How can I help?") @Nullable
        String transcript,

        @Nullable SaleView sale,
        @Nullable Map<String, @Nullable Object> customFields,

        @Schema(examples = "https://northwind.example/implants") @Nullable
        String location,

        @Schema(examples = "https://northwind.example/contact") @Nullable
        String lastLocation,

        @Schema(examples = "https://www.google.com/") @Nullable
        String referrer,

        @Schema(examples = "Google Ads") @Nullable String firstTouch,
        @Schema(examples = "Google Ads") @Nullable String lastTouch,
        List<CallStepView> callPath,
        @Nullable WebVisitView webVisit) {

    static CallDetailView of(Call call, CallLinks links) {
        CallPart fields = call.whole();
        return new CallDetailView(
                CallView.of(call, links),
                fields.text("sid"),
                fields.text("email"),
                fields.text("street"),
                fields.text("postal_code"),
                fields.text("country"),
                fields.text("business_number"),
                fields.text("business_label"),
                fields.number("hold_time"),
                call.waitTime(),
                fields.text("notes"),
                fields.text("summary"),
                fields.text("transcription_text"),
                fields.part("sale").map(SaleView::of).orElse(null),
                fields.part("custom_fields").map(CallPart::values).orElse(null),
                fields.text("location"),
                fields.text("last_location"),
                fields.text("referrer"),
                fields.text("first_touch"),
                fields.text("last_touch"),
                fields.parts("call_path").stream().map(CallStepView::of).toList(),
                fields.part("webvisit").map(WebVisitView::of).orElse(null));
    }
}
