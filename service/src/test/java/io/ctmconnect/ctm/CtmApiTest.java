package io.ctmconnect.ctm;

import io.ctmconnect.secrets.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import static io.ctmconnect.ctm.RawCtm.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CtmApiTest {
    private static final CtmAccess ACCESS = new CtmAccess("c", Clients.KEYS);
    private static final CallSearch SEARCH =
            new CallSearch(null, null, List.of("inbound"), null, null, null, 1, 20, null, List.of());

    private interface Use<T> {
        T of(CtmApi api);
    }

    private static <T> T with(int status, String body, Use<T> use) throws IOException {
        try (RawCtm server = RawCtm.playing(answer(status, body.replace('\'', '"')))) {
            return use.of(new CtmApi(Clients.client(server), Clients.memory(server)));
        }
    }

    private static String requestLine(String body, Use<?> use) throws IOException {
        try (RawCtm server = RawCtm.playing(answer(200, body.replace('\'', '"')))) {
            use.of(new CtmApi(Clients.client(server), Clients.memory(server)));
            return server.heads().getFirst().lines().findFirst().orElseThrow();
        }
    }

    private static Optional<CtmKeys> login(int status, String body) throws IOException {
        return with(status, body, api -> api.login("b", "user", Secret.of("password")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'access_key': 'a', 'secret': 's'", "'access_key': 'a', 'secret_key': 's', 'success': true"})
    void aLoginGivesKeys(String answer) throws IOException {
        assertThat(login(200, "{" + answer + "}")).contains(new CtmKeys(Secret.of("a"), Secret.of("s")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'token': 't', 'expires': '2026-03-18T13:42:31Z'", "'access_key': 'a'", "'secret': 's'"})
    void aLoginMayGiveNoKeys(String answer) throws IOException {
        assertThat(login(200, "{'success': true, " + answer + "}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|{'error':'Unauthorized'}",
                "200|{'success':false,'message':'Invalid login'}",
                "400|{'error':'bad'}",
                "406|{}"
            })
    void aRefusedLoginIsUnauthorizedHoweverCtmSaysIt(int status, String body) {
        assertThatExceptionOfType(CtmException.Unauthorized.class).isThrownBy(() -> login(status, body));
    }

    @Test
    void aLoginThatCtmCannotAnswerIsNoRefusal() {
        assertThatExceptionOfType(CtmException.Unavailable.class).isThrownBy(() -> login(502, "<html>"));
        assertThatExceptionOfType(CtmException.RateLimited.class).isThrownBy(() -> login(429, ""));
    }

    @Test
    void keysAreProvedByOneAccount() throws IOException {
        String line = requestLine("{'accounts':[]}", api -> {
            api.prove(ACCESS);
            return true;
        });

        assertThat(line).isEqualTo("GET /accounts?per_page=1 HTTP/1.1");
    }

    @Test
    void accountsArePagedAndFilteredByName() throws IOException {
        assertThat(requestLine("{'accounts':[]}", api -> api.accounts(ACCESS, 2, 100, "North & Co")))
                .isEqualTo("GET /accounts?page=2&per_page=100&filter=North+%26+Co HTTP/1.1");
        assertThat(requestLine("{'accounts':[]}", api -> api.accounts(ACCESS, 1, 20, null)))
                .isEqualTo("GET /accounts?page=1&per_page=20 HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'id':7,'name':'N'}", "{'account':{'id':7,'name':'N'}}"})
    void anAccountIsFlatOrWrapped(String body) throws IOException {
        assertThat(with(200, body, api -> api.account(ACCESS, "7")).name()).isEqualTo("N");
        assertThat(requestLine(body, api -> api.account(ACCESS, "7"))).isEqualTo("GET /accounts/7 HTTP/1.1");
    }

    @Test
    void callsAreSearchedByPost() throws IOException {
        assertThat(requestLine("{'calls':[]}", api -> api.searchCalls(ACCESS, "7", SEARCH)))
                .isEqualTo("POST /accounts/7/calls/search.json HTTP/1.1");
        assertThat(with(200, "{'calls':[{'id':1}]}", api -> api.searchCalls(ACCESS, "7", SEARCH))
                        .calls())
                .hasSize(1);
    }

    @Test
    void aWebhookIsDeleted() throws IOException {
        String line = requestLine("{'status':'deleted'}", api -> {
            api.deleteWebhook(ACCESS, "7", "61544");
            return true;
        });

        assertThat(line).isEqualTo("DELETE /accounts/7/webhooks/61544 HTTP/1.1");
    }

    @Test
    void aWebhookThatIsGoneIsNotFound() {
        assertThatExceptionOfType(CtmException.NotFound.class)
                .isThrownBy(() -> with(404, "{'status':'error','reason':'webhook not found'}", api -> {
                    api.deleteWebhook(ACCESS, "7", "1");
                    return true;
                }));
    }
}
