package io.ctmconnect.sandbox;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** Starts a sandbox from the command line. */
public final class Main {

    private static final String HELP = """
            Usage: java -jar ctm-connect-sandbox.jar [options]
              --port N            port to listen on, 0 for any free one (SANDBOX_PORT, 4010)
              --host ADDRESS      address to listen on (SANDBOX_HOST, 127.0.0.1)
              --smtp-port N       port of the mail sink, 0 for any free one (SANDBOX_SMTP_PORT, 4025)
              --fcm-credentials FILE
                                  writes the service account for FCM there (SANDBOX_FCM_CREDENTIALS, none)
              --seed N            chooses the invented data (SANDBOX_SEED, 1)
              --days N            days of activities, today included (SANDBOX_DAYS, 90)
              --today YYYY-MM-DD  pretends it is 18:00 UTC of that day (SANDBOX_TODAY, the real time)
              --help              shows this
            """;

    private Main() {}

    /** Runs until it is stopped; a wrong option ends it with status 2. */
    public static void main(String[] args) {
        PrintStream out = System.out;
        if (String.join(" ", args).contains("--help")) {
            out.print(HELP);
            return;
        }
        try {
            run(Options.of(args, System.getenv()), out);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(HELP);
            System.exit(2);
        }
    }

    private static void run(Map<String, String> options, PrintStream out) {
        // The mail sink's library logs by SLF4J, which would complain that nobody listens.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Sandbox sandbox = Sandbox.start(Options.settings(options));
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        if (options.containsKey("fcm-credentials")) {
            SecretFile.write(Path.of(options.getOrDefault("fcm-credentials", "")), sandbox.fcmCredentials());
        }
        out.printf("""
                CTM sandbox at %s
                  agency user    agency@example.com / sandbox-password
                  account user   northwind@example.com / sandbox-password (account 482913)
                  agency keys    sandbox-agency-20417-key-1 / sandbox-agency-20417-secret-1
                  account keys   sandbox-account-482913-key-1 / sandbox-account-482913-secret-1
                  accounts       482913 482914 482915 482916 482917 (canceled)
                  push           FCM_BASE_URL=%s
                  mail           SMTP_PORT=%d
                  control        %s lists accounts and routes
                """, sandbox.apiBaseUrl(), sandbox.fcmBaseUrl(), sandbox.smtpPort(), sandbox.controlUrl());
    }
}
