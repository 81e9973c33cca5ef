/**
 * The calls of a CTM account.
 *
 * <p>Uses {@code http}, {@code auth}, {@code ctm} and {@code CtmSessions}. Start reading at {@code CallResource}
 * and {@code CallReportResource}; which rows count is decided in {@code CallFilter}, how they are fetched in {@code
 * CallList} and {@code OpenWindow}, and how they are summed up in {@code CallSums} and {@code Buckets}.
 */
@NullMarked
@OpenAPIDefinition(
        info = @Info(title = "ctm-connect", version = "1"),
        components =
                @Components(
                        parameters = {
                            @Parameter(
                                    name = "start_date",
                                    in = ParameterIn.QUERY,
                                    description = "First day, in the CTM account's time zone",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    format = "date",
                                                    examples = "2026-03-01")),
                            @Parameter(
                                    name = "end_date",
                                    in = ParameterIn.QUERY,
                                    description = "Last day, included; less than two years after the first",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    format = "date",
                                                    examples = "2026-03-31")),
                            @Parameter(
                                    name = "call_status",
                                    in = ParameterIn.QUERY,
                                    description = "Repeated, as `call_status[]`, or one comma list",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    examples = "answered,no-answer",
                                                    pattern =
                                                            "(answered|failed|no-answer|canceled)(,(answered|failed|no-answer|canceled))*")),
                            @Parameter(
                                    name = "search",
                                    in = ParameterIn.QUERY,
                                    description = "Free text that CTM looks for in names and numbers",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Parameter(
                                    name = "source",
                                    in = ParameterIn.QUERY,
                                    description = "A source's name or id",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Parameter(
                                    name = "tracker",
                                    in = ParameterIn.QUERY,
                                    description = "A tracking number's id",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Parameter(
                                    name = "direction",
                                    in = ParameterIn.QUERY,
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    enumeration = {"inbound", "outbound"})),
                            @Parameter(
                                    name = "interval",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "How long the chart's buckets are; `hour` for 62 days at most. The summary takes it for"
                                                    + " the chart's sake, and does not change",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    enumeration = {"hour", "day", "week", "month"},
                                                    defaultValue = "day"))
                        }))
package io.ctmconnect.calls;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullMarked;
