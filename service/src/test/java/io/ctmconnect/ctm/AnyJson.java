package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Any JSON at all: what a field of CTM may turn out to be. */
final class AnyJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AnyJson() {}

    static Arbitrary<JsonNode> values() {
        return values(2);
    }

    /** Objects that have some of these fields, each with any value. */
    static Arbitrary<JsonNode> objects(List<String> names) {
        return Arbitraries.maps(Arbitraries.of(names), values())
                .ofMaxSize(names.size())
                .map(AnyJson::object);
    }

    private static Arbitrary<JsonNode> values(int depth) {
        if (depth == 0) {
            return scalars();
        }
        Arbitrary<JsonNode> inner = values(depth - 1);
        return Arbitraries.frequencyOf(
                Tuple.of(4, scalars()),
                Tuple.of(1, inner.list().ofMaxSize(3).map(AnyJson::array)),
                Tuple.of(
                        1,
                        Arbitraries.maps(Arbitraries.of("name", "cents", "reason", "error"), inner)
                                .ofMaxSize(2)
                                .map(AnyJson::object)));
    }

    private static Arbitrary<JsonNode> scalars() {
        return Arbitraries.oneOf(
                Arbitraries.of(NODES.nullNode(), NODES.booleanNode(true), NODES.booleanNode(false)),
                Arbitraries.longs().map(NODES::numberNode),
                Arbitraries.doubles().map(NODES::numberNode),
                Arbitraries.bigIntegers().map(AnyJson::number),
                Arbitraries.of("1e400", "-1e-400", "0.5").map(text -> NODES.numberNode(new BigDecimal(text))),
                Arbitraries.of("", " ", "1", "-7", "1e999999999", "1e-999999999", "NaN", "error", "answered", "+", "[]")
                        .map(NODES::textNode),
                Arbitraries.strings().ofMaxLength(20).map(NODES::textNode));
    }

    private static JsonNode number(BigInteger number) {
        return NODES.numberNode(number);
    }

    private static JsonNode array(List<JsonNode> items) {
        ArrayNode array = NODES.arrayNode();
        items.forEach(array::add);
        return array;
    }

    private static JsonNode object(Map<String, JsonNode> fields) {
        ObjectNode object = NODES.objectNode();
        fields.forEach(object::set);
        return object;
    }
}
