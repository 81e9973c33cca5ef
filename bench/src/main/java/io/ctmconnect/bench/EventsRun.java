package io.ctmconnect.bench;

import java.time.Duration;

/**
 * How the service takes events, and how soon campaigns count them.
 *
 * @param load on the measured campaign, after a warm-up
 * @param counted of its calls, in the campaign's metrics at the end
 * @param catchingUp from the last acknowledgement until then
 * @param delays from acknowledgement to metric, of the loaded campaign
 * @param quiet the same of a campaign of another account, which gets an event now and then meanwhile
 */
record EventsRun(Load load, long counted, Duration catchingUp, Spread delays, Spread quiet) {
    private static final String QUIET_CTM_ACCOUNT = "482913";

    /**
     * How much is sent.
     *
     * @param patience how long to wait at most, after the load, for what is not counted yet
     */
    record Setting(int connections, Duration warmUp, Duration time, Duration patience) {}

    static EventsRun of(Ctm ctm, Service service, Setting setting) throws Exception {
        Campaign loaded = Campaign.of(ctm, service, Token.ACCOUNT, Ctm.ACCOUNT);
        Campaign quiet = Campaign.of(ctm, service, Token.OTHER_ACCOUNT, QUIET_CTM_ACCOUNT);
        int port = service.process().port();
        try (Store store = Store.of(service)) {
            try (CountWatch watch = CountWatch.of(store, loaded)) {
                Load warmUp = Load.on(port, loaded, setting.connections, setting.warmUp);
                watch.await(warmUp.acks().size(), setting.patience);
            }
            return measured(store, loaded, quiet, port, setting);
        }
    }

    private static EventsRun measured(Store store, Campaign loaded, Campaign quiet, int port, Setting setting)
            throws Exception {
        try (CountWatch watch = CountWatch.of(store, loaded);
                Probe probe = Probe.of(store, quiet, port)) {
            Load load = Load.on(port, loaded, setting.connections, setting.time);
            long sent = System.nanoTime();
            Spread probed = probe.end();
            long counted = watch.await(load.acks().size(), setting.patience);
            Duration catchingUp = Duration.ofNanos(System.nanoTime() - sent);
            return new EventsRun(load, counted, catchingUp, watch.delays(load), probed);
        }
    }

    Spread acknowledgements() {
        return Spread.of(load.acks().stream().mapToLong(Load.Ack::nanos));
    }
}
