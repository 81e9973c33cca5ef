package io.ctmconnect.sandbox.control;

import io.ctmconnect.sandbox.behaviour.Switches;
import io.ctmconnect.sandbox.fault.Faults;
import io.ctmconnect.sandbox.fcm.Fcm;
import io.ctmconnect.sandbox.hook.Hooks;
import io.ctmconnect.sandbox.hook.LiveCalls;
import io.ctmconnect.sandbox.journal.Journal;
import io.ctmconnect.sandbox.mail.MailSink;
import io.ctmconnect.sandbox.seed.CallFactory;
import io.ctmconnect.sandbox.seed.LiveWorld;

/** The parts of a sandbox that control reaches. */
public record Reach(
        LiveWorld world,
        CallFactory calls,
        Hooks hooks,
        LiveCalls live,
        Switches switches,
        Faults faults,
        Journal journal,
        Fcm fcm,
        MailSink mail) {

    /** Begins again; access tokens of FCM stay, as a client holds them. */
    void reset() {
        world.reset();
        hooks.reset();
        switches.reset();
        faults.clear();
        journal.clear();
        fcm.heal();
        fcm.forget();
        mail.heal();
        mail.forget();
    }
}
