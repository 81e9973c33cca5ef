package io.ctmconnect.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * Says in the API's description what the code says by {@code @Nullable}: every field of an answer is there, and null only
 * where the code allows it. Runs when the service is built.
 */
@OpenApiFilter(stages = RunStage.BUILD)
public class OpenApiNullability implements OASFilter {
    private static final String OURS = "io.ctmconnect.";
    private static final DotName ANSWER = DotName.createSimple("io.ctmconnect.http.Answer");
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);

    private final IndexView index;

    /** The build gives the index of our classes. */
    public OpenApiNullability(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith(OURS))
                .filter(type -> !type.simpleName().endsWith("Form"))
                .forEach(type -> describe(type, schemas));
        index.getKnownClasses().stream()
                .flatMap(type -> type.methods().stream())
                .forEach(method -> describeAnswer(method.returnType(), schemas));
    }

    private void describe(ClassInfo record, Map<String, Schema> schemas) {
        schemas.entrySet().stream()
                .filter(schema -> schema.getKey().equals(record.simpleName())
                        || (record.typeParameters().size() == 1
                                && schema.getKey().startsWith(record.simpleName())))
                .map(Map.Entry::getValue)
                .filter(schema -> schema.getProperties() != null)
                .forEach(schema -> describeFields(record, schema));
    }

    private void describeFields(ClassInfo record, Schema schema) {
        record.fieldsInDeclarationOrder().forEach(field -> {
            if (field.hasAnnotation(JsonUnwrapped.class)) {
                describeFields(index.getClassByName(field.type().name()), schema);
            } else {
                describe(field, schema);
            }
        });
    }

    private static void describe(FieldInfo field, Schema schema) {
        String name = wireName(field);
        Schema property = schema.getProperties().get(name);
        boolean optional = field.hasAnnotation(JsonInclude.class);
        if (property == null || optional || isRequired(schema, name)) {
            return;
        }
        schema.addRequired(name);
        if (isNullable(field.type())) {
            schema.addProperty(name, nullable(property));
        }
    }

    private static boolean isRequired(Schema schema, String name) {
        return schema.getRequired() != null && schema.getRequired().contains(name);
    }

    /** {@code Answer<@Nullable X>}: the data may be null. */
    private static void describeAnswer(Type returned, Map<String, Schema> schemas) {
        if (returned.kind() != Type.Kind.PARAMETERIZED_TYPE || !returned.name().equals(ANSWER)) {
            return;
        }
        Type data = returned.asParameterizedType().arguments().getFirst();
        Schema schema = schemas.get("Answer" + data.name().withoutPackagePrefix());
        Schema property = schema == null ? null : schema.getProperties().get("data");
        if (schema != null && property != null && isNullable(data)) {
            schema.addProperty("data", nullable(property));
        }
    }

    private static boolean isNullable(Type type) {
        return type.hasAnnotation(NULLABLE);
    }

    private static Schema nullable(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .oneOf(List.of(schema, OASFactory.createSchema().type(List.of(SchemaType.NULL))));
        }
        if (schema.getType() != null && !schema.getType().contains(SchemaType.NULL)) {
            schema.addType(SchemaType.NULL);
        }
        return schema;
    }

    private static String wireName(FieldInfo field) {
        AnnotationInstance named = field.annotation(JsonProperty.class);
        return named == null
                ? PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(field.name())
                : named.value().asString();
    }
}
