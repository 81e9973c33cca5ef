package io.ctmconnect.app;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

import java.util.List;

/** Describes {@code ETag} and {@code If-None-Match} of the routes that have them. Runs when the service is built. */
@OpenApiFilter(stages = RunStage.BUILD)
public class OpenApiRevalidation implements OASFilter {
    private static final String OF_CTM = "/v1/e/calltrackingmetrics/{tokenId}/accounts";
    private static final List<String> WITHOUT = List.of("/recording", "/trackers/available");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().forEach((path, item) -> {
            Operation read = item.getOperations().get(PathItem.HttpMethod.GET);
            if (read != null && path.startsWith(OF_CTM) && WITHOUT.stream().noneMatch(path::endsWith)) {
                describe(read);
            }
        });
    }

    private static void describe(Operation read) {
        read.addParameter(OASFactory.createParameter()
                .name("If-None-Match")
                .in(In.HEADER)
                .description(
                        "The `ETag` of an answer that the caller has: when it is still the same, it is not sent again")
                .schema(OASFactory.createSchema().type(List.of(SchemaType.STRING))));
        read.getResponses()
                .getAPIResponse("200")
                .addHeader("ETag", header("Names this answer, by its body"))
                .addHeader(
                        "Cache-Control", header("`private, no-cache`: keep it, and ask whether it is still the same"));
        read.getResponses()
                .addAPIResponse(
                        "304",
                        OASFactory.createAPIResponse()
                                .description("The answer is still the one that `If-None-Match` names; no body")
                                .addHeader("ETag", header("As it was")));
    }

    private static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().type(List.of(SchemaType.STRING)));
    }
}
