package io.ctmconnect.app;

import io.ctmconnect.console.ConsoleSettings;
import io.ctmconnect.ctm.CtmSettings;
import io.ctmconnect.settings.Environment;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

import java.io.PrintStream;
import java.time.Duration;

/** For {@code ./ctm-connect demo}: fills in sample platform data and prints what to try, when the service listens. */
@Singleton
class Demo {
    /** The system property that the demo command sets. */
    static final String SWITCH = "ctm-connect.demo";

    private static final Duration TOKEN_LIFE = Duration.ofHours(12);
    /** The console's link ends up in the browser's history. */
    private static final Duration LINK_LIFE = Duration.ofHours(1);

    private final DemoData data;
    private final CtmSettings ctm;
    private final ConsoleSettings console;

    Demo(DemoData data, CtmSettings ctm, ConsoleSettings console) {
        this.data = data;
        this.ctm = ctm;
        this.console = console;
    }

    void onListening(@ObservesAsync HttpServerStart started) {
        if (Boolean.getBoolean(SWITCH)) {
            data.fill();
            PrintStream terminal = System.out;
            terminal.print(whatToTry(started.options().getPort()));
            terminal.flush();
        }
    }

    private String whatToTry(int port) {
        return (console.enabled() ? CONSOLE + TO_TRY : TO_TRY)
                .replace("@LINK_TOKEN@", token(LINK_LIFE))
                .replace("@TOKEN@", token(TOKEN_LIFE))
                .replace("@SERVICE@", "http://localhost:" + port)
                .replace("@CTM@", ctm.apiBaseUrl().toString())
                .replace("@SANDBOX@", ctm.apiBaseUrl().resolve("/_sandbox").toString())
                .replace("@CAMPAIGN@", DemoData.CAMPAIGN.toHexString());
    }

    private static String token(Duration life) {
        return new DevelopmentToken(Environment.ofProcess().text("JWT_SECRET", ""))
                .issue(DemoData.AGENCY.toHexString(), null, DemoData.OWNER.toHexString(), "external", life);
    }

    private static final String CONSOLE = """

            The console, signed in as the sample agency for an hour. Connect with agency@example.com, sandbox-password:

            @SERVICE@/console/#token=@LINK_TOKEN@
            """;

    private static final String TO_TRY = """

            ctm-connect runs at @SERVICE@ and takes a simulated CTM at @CTM@ for the real one.
            Paste these lines into another terminal.

            # Sign in: the sample agency's token, good for 12 hours
            export API=@SERVICE@/v1/e/calltrackingmetrics TOKEN=@TOKEN@

            # Connect to CTM with the simulated agency's login
            curl -s $API/auth -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{"username":"agency@example.com","password":"sandbox-password"}'

            # Look at the connection, and keep its id
            curl -s $API/auth -H "Authorization: Bearer $TOKEN"
            export ID=$(curl -s $API/auth -H "Authorization: Bearer $TOKEN" | grep -o '"id":"[0-9a-f]*"' | head -n 1 | cut -d '"' -f 4)

            # List the CTM accounts, and choose one
            curl -s "$API/$ID/accounts" -H "Authorization: Bearer $TOKEN"
            curl -s $API/auth/config -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d "{\\"token\\":\\"$ID\\",\\"account_id\\":\\"482913\\"}"

            # List its calls: the newest, and the longest of those that nobody answered
            curl -s "$API/$ID/accounts/482913/calls?limit=3" -H "Authorization: Bearer $TOKEN"
            curl -s "$API/$ID/accounts/482913/calls?limit=3&call_status=no-answer&sort=duration" -H "Authorization: Bearer $TOKEN"

            # Feed the sample campaign with its calls, let three come in, and look at what CTM sent
            curl -s $API/$ID/webhook -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{"campaign_id":"@CAMPAIGN@","calltracking_account_id":"482913","events":["call.received","call.completed"]}'
            curl -s @SANDBOX@/accounts/482913/calls/live -d count=3 -d ms=2000
            curl -s "$API/$ID/webhook/events" -H "Authorization: Bearer $TOKEN"

            # Disconnect: an active campaign keeps the connection; then everything
            curl -s -X DELETE $API/auth -H "Authorization: Bearer $TOKEN"
            curl -s -X DELETE "$API/auth?global=true" -H "Authorization: Bearer $TOKEN"

            # See what the account's owner was told meanwhile, by push and by mail
            curl -s @SANDBOX@/fcm
            curl -s @SANDBOX@/mail

            The API is described at @SERVICE@/docs. Ctrl-C stops everything.
            """;
}
