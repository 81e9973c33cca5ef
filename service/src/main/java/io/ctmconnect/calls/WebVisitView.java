package io.ctmconnect.calls;

import io.ctmconnect.ctm.CallPart;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The visit to the advertiser's site that led to a call.
 *
 * @param mobile whether it was made with a telephone
 */
record WebVisitView(
        @Schema(examples = "www.google.com") @Nullable String referrerHost,
        @Schema(examples = "/") @Nullable String referrerPath,
        @Schema(examples = "northwind.example") @Nullable String locationHost,
        @Schema(examples = "/implants") @Nullable String locationPath,
        @Schema(examples = "dental implants") @Nullable String keywords,
        @Schema(examples = "Chrome") @Nullable String browser,
        @Schema(examples = "Desktop") @Nullable String device,
        @Schema(examples = "false") @Nullable Boolean mobile) {

    static WebVisitView of(CallPart visit) {
        return new WebVisitView(
                visit.text("referrer_host"),
                visit.text("referrer_path"),
                visit.text("location_host"),
                visit.text("location_path"),
                visit.text("keywords"),
                visit.text("browser"),
                visit.text("device"),
                visit.flag("mobile"));
    }
}
