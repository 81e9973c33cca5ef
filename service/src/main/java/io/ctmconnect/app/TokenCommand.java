package io.ctmconnect.app;

import io.ctmconnect.settings.Environment;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(name = "token", description = "Prints a JWT for development, signed with JWT_SECRET (HS256).")
class TokenCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--account",
            required = true,
            paramLabel = "ID",
            description = "The platform account, 24 hexadecimal digits.")
    @SuppressWarnings("NullAway.Init")
    private String account;

    @Option(names = "--parent", paramLabel = "ID", description = "Its parent account: sets the claim parent_account.")
    private @Nullable String parent;

    @Option(names = "--uid", paramLabel = "ID", description = "The platform user.")
    private @Nullable String user;

    @Option(
            names = "--scope",
            paramLabel = "WORDS",
            defaultValue = "external",
            description = "Space-separated (default: ${DEFAULT-VALUE}).")
    private String scope = "external";

    @Option(
            names = "--ttl",
            paramLabel = "DURATION",
            defaultValue = "PT12H",
            description = "How long it is valid, as an ISO duration (default: ${DEFAULT-VALUE}).")
    private Duration ttl = Duration.ofHours(12);

    @Override
    public Integer call() {
        checkId("--account", account);
        checkId("--parent", parent);
        Optional<String> secret = Environment.ofProcess().text("JWT_SECRET");
        if (secret.isEmpty()) {
            spec.commandLine().getErr().println("JWT_SECRET must be set: the token is signed with it.");
            return spec.exitCodeOnInvalidInput();
        }
        String token = new DevelopmentToken(secret.get()).issue(account, parent, user, scope, ttl);
        spec.commandLine().getOut().println(token);
        return spec.exitCodeOnSuccess();
    }

    private void checkId(String option, @Nullable String id) {
        if (id != null && !ObjectId.isValid(id)) {
            throw new ParameterException(spec.commandLine(), option + " must be 24 hexadecimal digits");
        }
    }
}
