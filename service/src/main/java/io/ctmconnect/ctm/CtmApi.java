package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.secrets.Secret;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;

/** CTM's endpoints that this service uses. Every method throws {@link CtmException} when CTM does not answer as asked. */
@Singleton
public class CtmApi {
    private final CtmClient client;
    private final CtmMemory memory;

    CtmApi(CtmClient client, CtmMemory memory) {
        this.client = client;
        this.memory = memory;
    }

    /**
     * Logs a CTM user in: form fields {@code user} and {@code password}.
     *
     * @param budget names the request budget to charge, as there is no connection yet
     * @return the API keys, or empty when CTM accepts the user but gives a short-lived token instead of keys
     * @throws CtmException.Unauthorized when CTM refuses them
     */
    public Optional<CtmKeys> login(String budget, String user, Secret password) {
        CtmRequest request = CtmRequest.postForm(
                Endpoint.LOGIN, "/authentication", Map.of("user", user, "password", password.reveal()));
        JsonNode answer;
        try {
            answer = client.send(request, budget);
        } catch (CtmException.Rejected e) {
            throw isRefusedLogin(e) ? new CtmException.Unauthorized() : e;
        }
        CtmJson fields = new CtmJson(answer);
        String accessKey = fields.text("access_key");
        String secret = fields.firstText("secret", "secret_key");
        return accessKey == null || secret == null
                ? Optional.empty()
                : Optional.of(new CtmKeys(Secret.of(accessKey), Secret.of(secret)));
    }

    /** CTM's answer to a wrong login is not documented: {@code success:false} was seen, the status was not. */
    private static boolean isRefusedLogin(CtmException.Rejected rejected) {
        return rejected.status() == 400 || rejected.status() == 406;
    }

    /** Proves keys by the smallest request that needs them. */
    public void prove(CtmAccess access) {
        client.send(
                CtmRequest.get(Endpoint.ACCOUNTS, "/accounts", Map.of("per_page", "1"), access.keys()),
                access.connection());
    }

    /**
     * One page of the accounts that the keys reach.
     *
     * @param page from 1
     * @param perPage 1 to 100
     * @param name part of a name that CTM may filter by, or null
     */
    public AccountPage accounts(CtmAccess access, int page, int perPage, @Nullable String name) {
        Map<String, String> query = new CtmPage.Asked(page, perPage).query();
        if (name != null) {
            query.put("filter", name);
        }
        CtmRequest request = CtmRequest.get(Endpoint.ACCOUNTS, "/accounts", query, access.keys());
        return AccountPage.of(memory.read(request, access, Topic.ACCOUNTS).json());
    }

    /** One account; CTM answers it flat, some of its clients also accept it wrapped. */
    public CtmAccount account(CtmAccess access, String account) {
        CtmRequest request = CtmRequest.get(Endpoint.ACCOUNT, "/accounts/" + account, Map.of(), access.keys());
        JsonNode answer = memory.read(request, access, Topic.setup(account)).json();
        return CtmAccount.of(CtmAnswers.unwrapped(answer, "account"));
    }

    /** One activity of an account, with all its fields. */
    public Call call(CtmAccess access, String account, String call) {
        String path = "/accounts/" + account + "/calls/" + call;
        CtmRequest request = CtmRequest.get(Endpoint.CALL, path, Map.of(), access.keys());
        JsonNode answer = memory.read(request, access, Topic.calls(account)).json();
        return new Call(CtmAnswers.unwrapped(answer, "call"));
    }

    /** One page of an account's activities, newest first. */
    public CallPage searchCalls(CtmAccess access, String account, CallSearch search) {
        CtmRequest request = CtmRequest.postJson(
                Endpoint.SEARCH_CALLS,
                "/accounts/" + account + "/calls/search.json",
                search.toJson().toString(),
                access.keys());
        Answered answered = memory.read(request, access, Topic.calls(account));
        return CallPage.of(answered.json(), search, answered.at());
    }

    /**
     * Removes a webhook from an account.
     *
     * @throws CtmException.NotFound when it is gone
     */
    public void deleteWebhook(CtmAccess access, String account, String webhook) {
        String path = "/accounts/" + account + "/webhooks/" + webhook;
        client.send(CtmRequest.delete(Endpoint.DELETE_WEBHOOK, path, access.keys()), access.connection());
    }
}
