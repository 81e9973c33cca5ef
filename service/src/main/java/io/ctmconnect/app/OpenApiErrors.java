package io.ctmconnect.app;

import io.ctmconnect.http.ErrorCode;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static io.ctmconnect.http.ErrorCode.CONFLICT;
import static io.ctmconnect.http.ErrorCode.CTM_RATE_LIMITED;
import static io.ctmconnect.http.ErrorCode.CTM_REJECTED;
import static io.ctmconnect.http.ErrorCode.CTM_UNAVAILABLE;
import static io.ctmconnect.http.ErrorCode.FORBIDDEN;
import static io.ctmconnect.http.ErrorCode.IDEMPOTENCY_KEY_REUSED;
import static io.ctmconnect.http.ErrorCode.INTERNAL;
import static io.ctmconnect.http.ErrorCode.INVALID_CREDENTIALS;
import static io.ctmconnect.http.ErrorCode.INVALID_ID;
import static io.ctmconnect.http.ErrorCode.INVALID_SIGNATURE;
import static io.ctmconnect.http.ErrorCode.MALFORMED_JSON;
import static io.ctmconnect.http.ErrorCode.METHOD_NOT_ALLOWED;
import static io.ctmconnect.http.ErrorCode.NOT_ACCEPTABLE;
import static io.ctmconnect.http.ErrorCode.NOT_FOUND;
import static io.ctmconnect.http.ErrorCode.PAYLOAD_TOO_LARGE;
import static io.ctmconnect.http.ErrorCode.RANGE_NOT_SATISFIABLE;
import static io.ctmconnect.http.ErrorCode.RECORD_NOT_FOUND;
import static io.ctmconnect.http.ErrorCode.TOKEN_INVALIDATED;
import static io.ctmconnect.http.ErrorCode.TRACKER_SHARED_SOURCE;
import static io.ctmconnect.http.ErrorCode.UNAUTHORIZED;
import static io.ctmconnect.http.ErrorCode.UNAVAILABLE;
import static io.ctmconnect.http.ErrorCode.UNSUPPORTED_MEDIA_TYPE;
import static io.ctmconnect.http.ErrorCode.VALIDATION_FAILED;

/**
 * Adds to each route's description what holds for all of them: the token, acting for a sub-account, and the errors, each
 * with an example. Runs when the service is built.
 */
@OpenApiFilter(stages = RunStage.BUILD)
public class OpenApiErrors implements OASFilter {
    private static final String API = "/v1/";
    private static final String AUTH = "/v1/e/calltrackingmetrics/auth";
    private static final String TRACKERS = "/trackers";
    private static final String RECEIVER = "/v1/e/calltrackingmetrics/webhook/call-update";
    private static final String RECORDING = "/recording";
    private static final List<ErrorCode> OF_THE_RECEIVER = List.of(
            VALIDATION_FAILED,
            MALFORMED_JSON,
            INVALID_SIGNATURE,
            METHOD_NOT_ALLOWED,
            NOT_ACCEPTABLE,
            PAYLOAD_TOO_LARGE,
            INTERNAL,
            UNAVAILABLE);
    private static final String SCHEME = "platformToken";
    private static final int GATEWAY_TIMEOUT = 504;
    /** For 409 only while the first request with a key runs, for 502 only while CTM is not asked. */
    private static final Set<ErrorCode> WITH_RETRY_AFTER =
            Set.of(CTM_RATE_LIMITED, CTM_UNAVAILABLE, UNAVAILABLE, IDEMPOTENCY_KEY_REUSED);

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents()
                .addSecurityScheme(
                        SCHEME,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("The platform's access token; claims account_id, uid, scope, exp"));
        api.getPaths().getPathItems().forEach(this::describe);
    }

    private void describe(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> {
            if (path.equals(RECEIVER)) {
                addErrors(operation, OF_THE_RECEIVER);
            } else if (path.startsWith(API)) {
                boolean hasBody = operation.getRequestBody() != null;
                describe(operation, errors(path, method, hasBody));
            }
        });
    }

    private static void describe(Operation operation, List<ErrorCode> errors) {
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(SCHEME));
        operation.addParameter(OASFactory.createParameter()
                .name("account_id")
                .in(In.QUERY)
                .description("Act for this sub-account of the token's account")
                .schema(OASFactory.createSchema()
                        .type(List.of(SchemaType.STRING))
                        .pattern("^[0-9a-fA-F]{24}$")));
        addErrors(operation, errors);
    }

    private static void addErrors(Operation operation, List<ErrorCode> errors) {
        byStatus(errors)
                .forEach((status, codes) ->
                        operation.getResponses().addAPIResponse(String.valueOf(status), response(status, codes)));
    }

    private static List<ErrorCode> errors(String path, PathItem.HttpMethod method, boolean hasBody) {
        List<ErrorCode> errors = new ArrayList<>(List.of(
                VALIDATION_FAILED,
                INVALID_ID,
                UNAUTHORIZED,
                FORBIDDEN,
                METHOD_NOT_ALLOWED,
                NOT_ACCEPTABLE,
                INTERNAL,
                UNAVAILABLE));
        boolean changes = method != PathItem.HttpMethod.GET;
        boolean connects = path.equals(AUTH) && method == PathItem.HttpMethod.POST;
        if (hasBody) {
            errors.addAll(List.of(MALFORMED_JSON, PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE));
        }
        if (path.endsWith(RECORDING)) {
            errors.add(RANGE_NOT_SATISFIABLE);
        }
        if (!path.equals(AUTH) || method == PathItem.HttpMethod.DELETE) {
            errors.add(RECORD_NOT_FOUND);
        }
        if (changes) {
            errors.add(CONFLICT);
        }
        if (path.contains(TRACKERS) && changes) {
            errors.add(method == PathItem.HttpMethod.POST ? IDEMPOTENCY_KEY_REUSED : TRACKER_SHARED_SOURCE);
        }
        if (connects) {
            errors.addAll(List.of(INVALID_CREDENTIALS, CTM_REJECTED, CTM_RATE_LIMITED, CTM_UNAVAILABLE));
        } else if (!path.startsWith(AUTH)) {
            errors.addAll(List.of(TOKEN_INVALIDATED, NOT_FOUND, CTM_REJECTED, CTM_RATE_LIMITED, CTM_UNAVAILABLE));
        }
        return errors;
    }

    private static Map<Integer, List<ErrorCode>> byStatus(List<ErrorCode> errors) {
        Map<Integer, List<ErrorCode>> byStatus = new LinkedHashMap<>();
        errors.forEach(code ->
                byStatus.computeIfAbsent(code.status(), _ -> new ArrayList<>()).add(code));
        if (errors.contains(CTM_UNAVAILABLE)) {
            byStatus.put(GATEWAY_TIMEOUT, List.of(CTM_UNAVAILABLE));
        }
        return byStatus;
    }

    private static APIResponse response(int status, List<ErrorCode> codes) {
        MediaType json =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/ErrorBody"));
        codes.forEach(code -> json.addExample(code.name(), example(status, code)));
        APIResponse response = OASFactory.createAPIResponse()
                .description(String.join(", ", codes.stream().map(Enum::name).toList()))
                .content(OASFactory.createContent().addMediaType("application/json", json));
        if (codes.stream().anyMatch(WITH_RETRY_AFTER::contains)) {
            response.addHeader(
                    "Retry-After",
                    OASFactory.createHeader()
                            .description("Seconds")
                            .schema(OASFactory.createSchema().type(List.of(SchemaType.INTEGER))));
        }
        return response;
    }

    private static Example example(int status, ErrorCode code) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("success", false);
        body.put("errno", status);
        body.put("message", code == VALIDATION_FAILED ? "limit must be a whole number from 1 to 100" : code.message());
        body.put("code", code.name());
        if (code == VALIDATION_FAILED) {
            body.put("errors", List.of(Map.of("field", "limit", "message", "must be a whole number from 1 to 100")));
        }
        return OASFactory.createExample().value(body);
    }
}
