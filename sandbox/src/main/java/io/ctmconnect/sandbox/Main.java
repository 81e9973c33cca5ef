package io.ctmconnect.sandbox;

/** Starts a sandbox from the command line. */
public final class Main {

    private Main() {}

    /** Runs until it is stopped. */
    public static void main(String[] args) {
        Sandbox.start(SandboxSettings.defaults().withPort(4010));
    }
}
