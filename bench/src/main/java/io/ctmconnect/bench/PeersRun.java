package io.ctmconnect.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Measures one after another, and that again and again: what disturbs the machine for a while disturbs all of them. */
final class PeersRun {
    /** The core of the load, and of the simulated CTM. What is measured has the other one. */
    static final int LOAD_CORE = 1;

    static final int MEASURED_CORE = 0;

    private PeersRun() {}

    /** How much is asked. */
    record Setting(int connections, int rounds, Duration time, Duration warmUp) {}

    static void measure(List<Peer> peers, Setting setting) throws IOException {
        String token = Token.of(ServiceProcess.JWT_SECRET, Token.ACCOUNT);
        for (Peer peer : peers) {
            peer.warmUp(token, setting.connections, setting.warmUp, LOAD_CORE);
        }
        for (int round = 0; round < setting.rounds; round++) {
            for (Peer peer : peers) {
                peer.measure(token, setting.connections, setting.time, LOAD_CORE);
            }
        }
    }
}
