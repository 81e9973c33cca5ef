package io.ctmconnect.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

@Command(
        name = "demo",
        description = {
            "Runs the service with sample platform data and prints what to try.",
            "./ctm-connect demo starts the sandbox beside it and sets everything else."
        })
class DemoCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        System.setProperty(Demo.SWITCH, "true");
        return ServeCommand.run(spec);
    }
}
