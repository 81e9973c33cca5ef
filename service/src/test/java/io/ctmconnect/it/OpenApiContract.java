package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.ctmconnect.it.Api.Reply;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service's own OpenAPI document, as a judge of its answers: status, and body against the schema, with no field more
 * than described. Routes that are not described are not judged.
 */
final class OpenApiContract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private static final int NOT_MODIFIED = 304;

    private final JsonNode document;

    private OpenApiContract(JsonNode document) {
        this.document = document;
        document.path("components").path("schemas").forEach(schema -> {
            if (schema.has("properties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        });
    }

    static OpenApiContract of(URI service) {
        try (InputStream document =
                service.resolve("/openapi?format=json").toURL().openStream()) {
            return new OpenApiContract(JSON.readTree(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode document() {
        return document;
    }

    void check(String method, String path, Reply reply) {
        operation(method, path).ifPresent(operation -> check(operation, reply));
    }

    private void check(JsonNode operation, Reply reply) {
        JsonNode response = operation.path("responses").path(String.valueOf(reply.status()));
        assertThat(response.isMissingNode())
                .as("%s is described for %s: %s", reply.status(), operation.path("operationId"), reply.text())
                .isFalse();
        if (reply.status() == NOT_MODIFIED) {
            assertThat(reply.text()).isEmpty();
            return;
        }
        JsonNode schema = response.path("content").path("application/json").path("schema");
        assertThat(schema.isMissingNode()).as("a schema for %s", reply.status()).isFalse();
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        assertThat(reply.header("ETag").isEmpty())
                .as("an ETag is sent where one is described")
                .isEqualTo(response.path("headers").path("ETag").isMissingNode());
        assertThat(SCHEMAS.getSchema(whole).validate(reply.json()))
                .as(reply.text())
                .isEmpty();
    }

    private Optional<JsonNode> operation(String method, String path) {
        return document.path("paths").properties().stream()
                .filter(entry -> matches(entry.getKey(), path))
                .min(Map.Entry.comparingByKey((left, right) -> Integer.compare(variables(left), variables(right))))
                .map(entry -> entry.getValue().path(method.toLowerCase(Locale.ROOT)))
                .filter(operation -> !operation.isMissingNode());
    }

    private static boolean matches(String template, String path) {
        return path.matches(template.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    private static int variables(String template) {
        return template.length() - template.replace("{", "").length();
    }
}
