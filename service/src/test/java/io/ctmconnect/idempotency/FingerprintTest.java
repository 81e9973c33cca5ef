package io.ctmconnect.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class FingerprintTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectId ACCOUNT = new ObjectId("6655a1f0c2d3e4f5a6b7c8d9");
    private static final String TOKEN = "6655a1f0c2d3e4f5a6b7c8aa";

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    @Property(tries = 300)
    void theOrderOfKeysAndWhiteSpaceDoNotMatter(@ForAll("bodies") JsonNode body, @ForAll Random random)
            throws JsonProcessingException {
        JsonNode shuffled = shuffled(body, random);

        JsonNode read = JSON.readTree(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(shuffled));

        assertThat(Fingerprint.of(read)).isEqualTo(Fingerprint.of(body));
    }

    @Property(tries = 300)
    void otherBodiesHaveOthers(@ForAll("bodies") JsonNode one, @ForAll("bodies") JsonNode other) {
        assertThat(Fingerprint.of(one).equals(Fingerprint.of(other))).isEqualTo(one.equals(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'a':2}", "{'a':'1'}", "{'a':1,'b':null}", "{'a':[1]}", "{'A':1}", "{'a':true}", "{}", "[]"})
    void theValuesMatter(String other) {
        assertThat(Fingerprint.of(json(other))).isNotEqualTo(Fingerprint.of(json("{'a':1}")));
    }

    @Test
    void theOrderOfAnArrayMatters() {
        assertThat(Fingerprint.of(json("[1,2]"))).isNotEqualTo(Fingerprint.of(json("[2,1]")));
    }

    @Test
    void aKeyIsStoredByAccountConnectionRouteAndItself() {
        String id = request(ACCOUNT, TOKEN, "POST /trackers/482913", "k-1").id();

        assertThat(id).matches("[0-9a-f]{64}").doesNotContain("k-1");
        assertThat(request(ACCOUNT, TOKEN.toUpperCase(java.util.Locale.ROOT), "POST /trackers/482913", "k-1")
                        .id())
                .isEqualTo(id);
        assertThat(request(new ObjectId(), TOKEN, "POST /trackers/482913", "k-1")
                        .id())
                .isNotEqualTo(id);
        assertThat(request(ACCOUNT, "6655a1f0c2d3e4f5a6b7c8ab", "POST /trackers/482913", "k-1")
                        .id())
                .isNotEqualTo(id);
        assertThat(request(ACCOUNT, TOKEN, "POST /trackers/482914", "k-1").id()).isNotEqualTo(id);
        assertThat(request(ACCOUNT, TOKEN, "POST /trackers/482913", "k-2").id()).isNotEqualTo(id);
    }

    private static IdempotentRequest request(ObjectId account, String token, String route, String key) {
        return new IdempotentRequest(account, token, route, key, json("{}"));
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (!node.isObject()) {
            return node;
        }
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(node.properties());
        Collections.shuffle(fields, random);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        fields.forEach(field -> object.set(field.getKey(), shuffled(field.getValue(), random)));
        return object;
    }

    @Provide
    Arbitrary<JsonNode> bodies() {
        return nodes(2);
    }

    private static Arbitrary<JsonNode> nodes(int depth) {
        Arbitrary<JsonNode> scalars = Arbitraries.of(
                json("1"), json("2.5"), json("true"), json("null"), json("''"), json("'Radio'"), json("[1,{'x':2}]"));
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<String> keys = Arbitraries.of("name", "destination", "position", "a", "b");
        Arbitrary<Map<String, JsonNode>> fields = Arbitraries.maps(keys, nodes(depth - 1));
        Arbitrary<JsonNode> objects = Combinators.combine(fields, Arbitraries.just(true))
                .as((map, _) -> {
                    ObjectNode object = JsonNodeFactory.instance.objectNode();
                    map.forEach(object::set);
                    return object;
                });
        return Arbitraries.oneOf(scalars, objects);
    }
}
