package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CTM's webhooks of an account. Every method throws {@link CtmException} when CTM does not answer as asked. */
@Singleton
public class CtmWebhooks {
    private static final int PER_PAGE = 100;
    private static final int MOST_PAGES = 50;

    private final CtmClient client;

    CtmWebhooks(CtmClient client) {
        this.client = client;
    }

    /**
     * A webhook.
     *
     * @param id CTM's number as text
     * @param address where CTM sends to; null when CTM does not say. It may hold a secret
     */
    public record Webhook(String id, @Nullable String address) {
        static Optional<Webhook> of(JsonNode json) {
            CtmJson fields = new CtmJson(json);
            return Optional.ofNullable(fields.id("id")).map(id -> new Webhook(id, fields.text("weburl")));
        }

        /** Without the address. */
        @Override
        public String toString() {
            return "Webhook[" + id + "]";
        }
    }

    /** All webhooks of an account. */
    public List<Webhook> all(CtmAccess access, String account) {
        List<Webhook> webhooks = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            var asked = new CtmPage.Asked(page, PER_PAGE);
            CtmRequest request = CtmRequest.get(Endpoint.WEBHOOKS, path(account), asked.query(), access.keys());
            JsonNode answer = client.send(request, access.connection());
            CtmPage<Webhook> found = CtmPage.of(answer, "webhooks", asked, Webhook::of);
            webhooks.addAll(found.items());
            if (found.isLast()) {
                break;
            }
        }
        return webhooks;
    }

    /**
     * Creates a webhook. After {@link CtmException.Unavailable} and {@link CtmException.TimedOut} it may be there all the
     * same.
     *
     * @param position when it fires: {@code start} or {@code end}
     * @return its id
     */
    public String create(CtmAccess access, String account, String name, String address, String position) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("weburl", address)
                .put("position", position)
                .toString();
        CtmRequest request = CtmRequest.postJson(Endpoint.CREATE_WEBHOOK, path(account), body, access.keys());
        JsonNode answer = client.send(request, access.connection());
        return Webhook.of(CtmAnswers.unwrapped(answer, "webhook"))
                .map(Webhook::id)
                .orElseThrow(() -> new CtmException.Unavailable("CTM's answer names no webhook"));
    }

    private static String path(String account) {
        return "/accounts/" + account + "/webhooks";
    }
}
