package io.ctmconnect.webhooks;

import io.ctmconnect.secrets.Secret;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryTest {
    private static final String END = "call.completed";

    private final Subscription subscription = subscription();

    private static Subscription subscription() {
        return new Subscription(
                new ObjectId(), new ObjectId(), new ObjectId(), "482913", Secret.of("token"), Map.of(), Map.of(), 1);
    }

    private static Delivery delivery(String event, String time, String body) {
        return Delivery.of("token", event, time, "AAAA", body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aRedeliveryHasTheSameIdThoughItIsSignedAnew() {
        assertThat(delivery(END, "2", "{\"id\":1}").id(subscription, "1"))
                .isEqualTo(delivery(END, "1", "{\"id\":1}").id(subscription, "1"));
    }

    @Test
    void anotherBodyEventOrCampaignIsAnotherEvent() {
        ObjectId id = delivery(END, "1", "{\"id\":1}").id(subscription, "1");

        assertThat(delivery(END, "1", "{\"id\":2}").id(subscription, "1")).isNotEqualTo(id);
        assertThat(delivery("call.received", "1", "{\"id\":1}").id(subscription, "1"))
                .isNotEqualTo(id);
        assertThat(delivery(END, "1", "{\"id\":1}").id(subscription(), "1")).isNotEqualTo(id);
        assertThat(delivery(END, "1", "{\"id\":1}").id(null, "1")).isNotEqualTo(id);
    }
}
