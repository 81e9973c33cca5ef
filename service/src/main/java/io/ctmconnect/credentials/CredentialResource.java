package io.ctmconnect.credentials;

import io.ctmconnect.auth.Authenticated;
import io.ctmconnect.auth.CurrentCaller;
import io.ctmconnect.http.Answer;
import io.ctmconnect.http.Bodies;
import io.ctmconnect.platform.Campaigns;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/e/calltrackingmetrics/auth")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Credentials", description = "Connect an account to CallTrackingMetrics and choose the CTM account")
class CredentialResource {
    private final Credentials credentials;
    private final Disconnects disconnects;
    private final Configs configs;
    private final KeyStore keys;
    private final Campaigns campaigns;
    private final ReadCalls calls;
    private final CurrentCaller caller;

    CredentialResource(
            Credentials credentials,
            Disconnects disconnects,
            Configs configs,
            KeyStore keys,
            Campaigns campaigns,
            ReadCalls calls,
            CurrentCaller caller) {
        this.credentials = credentials;
        this.disconnects = disconnects;
        this.configs = configs;
        this.keys = keys;
        this.campaigns = campaigns;
        this.calls = calls;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "connect",
            summary = "Connect with a CTM login or with API keys",
            description = "CTM is asked first: a wrong login changes nothing. The same login again answers the"
                    + " connection as it is; another one replaces it under the same id.")
    public Answer<ConnectionView> connect(@Nullable ConnectForm form) {
        CtmLogin login = Bodies.given(form).login();
        Connection connection = credentials.connect(caller.get(), login);
        return Answer.of(ConnectionView.of(connection));
    }

    @GET
    @Operation(
            operationId = "getConnection",
            summary = "The account's connection and its health",
            description = "`data` is null when the account is not connected.")
    public Answer<@Nullable ConnectionStatusView> status() {
        ObjectId account = caller.get().account();
        return Answer.of(keys.liveOf(account)
                .map(connection -> ConnectionStatusView.of(
                        connection, configs.of(connection).orElse(null), campaigns.countActive(account), calls))
                .orElse(null));
    }

    @POST
    @Path("/config")
    @Operation(
            operationId = "configure",
            summary = "Choose the CTM account",
            description = "One config an account; leaving out `subaccount_id` removes it.")
    public Answer<ConfigView> configure(@Nullable ConfigForm form) {
        ConfigForm config = Bodies.given(form);
        return Answer.of(ConfigView.of(configs.choose(caller.get(), config)));
    }

    @DELETE
    @Operation(
            operationId = "disconnect",
            summary = "Disconnect, only what no active campaign needs or everything",
            description =
                    "The config is deleted. The connection is deleted when no active campaign of this integration is"
                            + " left, or with `global=true`, which disables all of them first and removes their webhooks from"
                            + " CTM. Connecting again revives the connection under its id; disabled campaigns stay disabled.")
    public Answer<DisconnectView> disconnect(
            @Parameter(description = "`true` disconnects globally; anything else, or nothing, does not")
                    @QueryParam("global")
                    @Nullable
                    String global) {
        return Answer.of(disconnects.disconnect(caller.get(), "true".equals(global)));
    }
}
