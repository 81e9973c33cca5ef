/**
 * The contract's outer form: the success and error envelopes, the error codes, request ids, the access log, and the
 * reading of bodies and queries that reports every violation at once.
 *
 * <p>Knows no feature; every resource uses it. Start reading at {@link io.ctmconnect.http.ErrorCode} and {@link
 * io.ctmconnect.http.Fields}.
 */
@NullMarked
@OpenAPIDefinition(
        info = @Info(title = "ctm-connect", version = "1"),
        components =
                @Components(
                        parameters = {
                            @Parameter(
                                    name = "page",
                                    in = ParameterIn.QUERY,
                                    schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1")),
                            @Parameter(
                                    name = "limit",
                                    in = ParameterIn.QUERY,
                                    description = "Items a page; `per_page` is an alias",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.INTEGER,
                                                    minimum = "1",
                                                    maximum = "100",
                                                    defaultValue = "20"))
                        }))
package io.ctmconnect.http;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullMarked;
