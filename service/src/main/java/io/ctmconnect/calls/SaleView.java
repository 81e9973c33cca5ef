package io.ctmconnect.calls;

import io.ctmconnect.ctm.CallPart;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a call was scored, and what it earned.
 *
 * @param name who scored it
 * @param score 1 to 5
 * @param conversion whether it counts as a conversion
 * @param value money, in the account's currency, as CTM writes it
 * @param saleDate a day, as CTM writes it
 */
record SaleView(
        @Schema(examples = "Priya Nair") @Nullable String name,
        @Schema(examples = "4") @Nullable Long score,
        @Schema(examples = "true") @Nullable Boolean conversion,
        @Schema(examples = "125.0") @Nullable String value,
        @Schema(examples = "2026-03-17") @Nullable String saleDate) {

    static SaleView of(CallPart sale) {
        return new SaleView(
                sale.text("name"),
                sale.number("score"),
                sale.flag("conversion"),
                sale.text("value"),
                sale.text("sale_date"));
    }
}
