package io.ctmconnect.webhooks;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class PayloadTest {
    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

    private static Optional<Payload> read(String json) {
        return Payload.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static Payload payload(String json) {
        return read(json).orElseThrow();
    }

    @Test
    void bothShapesAreTheSameCall() {
        Payload flat = payload("{'id':3187264501,'account_id':482913}");
        Payload wrapped = payload("{'event':'call.completed','call':{'id':3187264501,'account_id':482913}}");

        assertThat(wrapped.call()).isEqualTo(flat.call());
        assertThat(wrapped.event()).isEqualTo("call.completed");
        assertThat(flat.event()).isNull();
        assertThat(flat.callId()).isEqualTo("3187264501");
        assertThat(flat.ctmAccount()).isEqualTo("482913");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "null", "5", "{", "{'a':}"})
    void whatIsNoJsonObjectIsNoPayload(String body) {
        assertThat(read(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'id':null}", "{'id':0}", "{'id':-1}", "{'id':'a/b'}", "{'id':1.5}", "{'id':{}}"})
    void whatNamesNoCallHasNoId(String body) {
        assertThat(payload(body).callId()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'id':1}", "{'id':1,'duration':0}", "{'id':1,'duration':604800}", "{'id':1,'unix_time':null}"})
    void whatACallCanHaveIsFine(String body) {
        assertThat(payload(body).absurdity(NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':1,'duration':-1}",
                "{'id':1,'duration':604801}",
                "{'id':1,'talk_time':-1}",
                "{'id':1,'unix_time':0}",
                "{'id':1,'unix_time':'never'}",
                "{'id':1,'unix_time':1775300000}"
            })
    void whatNoCallCanHaveIsTold(String body) {
        assertThat(payload(body).absurdity(NOW)).isPresent();
    }

    @Test
    void whatIsNoTextInItsEncodingIsNoPayload() {
        byte[] notUtf32 = {0, 0, 0, '{', 0, (byte) 0xfe, 0, 0};

        assertThat(Payload.read(notUtf32)).isEmpty();
    }

    @Property
    void noBytesMakeAnException(@ForAll byte[] body) {
        Payload.read(body)
                .ifPresent(payload -> assertThat(payload.absurdity(NOW)).isNotNull());
    }
}
