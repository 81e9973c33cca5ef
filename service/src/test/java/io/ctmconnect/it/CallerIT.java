package io.ctmconnect.it;

import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.World.Connected;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may call, and for whom. */
class CallerIT extends InSharedWorld {
    @Test
    void nobodyIsLetInWithoutAGoodToken() {
        String account = World.newAccount();
        String good = Tokens.of(account);
        List<String> bad = List.of(
                "",
                "nonsense",
                good.substring(0, good.length() - 4) + "AAAA",
                Tokens.of(account, Instant.now().minusSeconds(60)),
                Tokens.sign("{\"account_id\":\"" + account + "\"}"),
                Tokens.sign("{\"account_id\":\"short\",\"exp\":4102444800}"));

        assertThat(WORLD.api().get("/auth").code()).isEqualTo("UNAUTHORIZED");
        assertThat(bad).allSatisfy(token -> {
            Reply reply = WORLD.api().as(token).get("/auth");
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.code()).isEqualTo("UNAUTHORIZED");
        });
        assertThat(WORLD.api().as(good).get("/auth").status()).isEqualTo(200);
    }

    @Test
    void aTokenThatExpiredAMomentAgoIsStillGood() {
        String token = Tokens.of(World.newAccount(), Instant.now().minusSeconds(10));

        assertThat(WORLD.api().as(token).get("/auth").status()).isEqualTo(200);
    }

    @Test
    void aParentActsForItsSubAccountAndForNoOther() {
        String parent = World.newAccount();
        String child = World.newAccount();
        WORLD.collection("_accounts")
                .insertOne(new Document("_id", new ObjectId(child)).append("parent_account", new ObjectId(parent)));
        Logins.connect(WORLD.callerOf(child), Logins.AGENCY_USER);
        Api caller = WORLD.callerOf(parent);

        assertThat(caller.get("/auth").data().isNull()).isTrue();
        assertThat(caller.get("/auth?account_id=" + child).data().path("status").asText())
                .isEqualTo("connected");
        assertThat(caller.get("/auth?account_id=" + parent).status()).isEqualTo(200);
        assertThat(WORLD.callerOf(child).get("/auth?account_id=" + parent).code())
                .isEqualTo("FORBIDDEN");
        assertThat(WORLD.callerOf(World.newAccount())
                        .get("/auth?account_id=" + child)
                        .code())
                .isEqualTo("FORBIDDEN");
        assertThat(caller.get("/auth?account_id=nonsense").code()).isEqualTo("INVALID_ID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accounts", "/accounts/482913", "/accounts/482913/calls"})
    void aForeignConnectionLooksLikeOneThatDoesNotExist(String route) {
        Connected other = WORLD.connect();
        Api caller = WORLD.callerOf(World.newAccount());

        Reply foreign = caller.get("/" + other.id() + route);
        Reply unknown = caller.get("/" + new ObjectId().toHexString() + route);

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.code()).isEqualTo("RECORD_NOT_FOUND");
        assertThat(foreign.text()).isEqualTo(unknown.text());
        assertThat(caller.get("/not-an-id" + route).code()).isEqualTo("INVALID_ID");
    }
}
