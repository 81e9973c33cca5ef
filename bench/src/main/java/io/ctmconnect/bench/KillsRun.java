package io.ctmconnect.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Events while the service is killed and started again, and what is wrong afterwards.
 *
 * @param sends acknowledged, repetitions included
 * @param sentAgain sends without an acknowledgement
 * @param complaints none if nothing is lost and nothing counted twice
 */
record KillsRun(Plan plan, int sends, int sentAgain, List<String> complaints) {
    private static final int CONNECTIONS = 16;
    private static final int MOST_WAIT_MILLIS = 300;
    private static final int STARTING_MILLIS = 3_000;

    /**
     * What is done in each run.
     *
     * @param kills while events are sent; another one follows when all are acknowledged
     * @param patience how long a run may wait for the service
     */
    record Setting(ServiceOptions service, int events, int kills, Duration patience) {}

    static KillsRun of(Setting setting, long seed) throws Exception {
        Random random = new Random(seed);
        try (Ctm ctm = new Ctm();
                Service service = Service.start(setting.service, ctm, Service.NO_LIMIT)) {
            List<Campaign> campaigns = campaigns(ctm, service);
            Plan plan = Plan.of(campaigns, setting.events, random);
            KillsRun run = run(setting, service, plan, random).audited(service, campaigns, setting.patience);
            return run.complaints.isEmpty()
                    ? run
                    : run.with("the data is kept in " + service.process().keep());
        }
    }

    /** Six campaigns of two platform accounts, on four CTM accounts. */
    private static List<Campaign> campaigns(Ctm ctm, Service service) throws Exception {
        return List.of(
                Campaign.of(ctm, service, Token.ACCOUNT, "482913"),
                Campaign.of(ctm, service, Token.ACCOUNT, "482914"),
                Campaign.of(ctm, service, Token.ACCOUNT, "482916"),
                Campaign.of(ctm, service, Token.OTHER_ACCOUNT, "482913"),
                Campaign.of(ctm, service, Token.OTHER_ACCOUNT, "482915"),
                Campaign.of(ctm, service, Token.OTHER_ACCOUNT, "482915"));
    }

    private static KillsRun run(Setting setting, Service service, Plan plan, Random random) throws Exception {
        ServiceProcess process = service.process();
        int total = plan.shipments().size();
        long end = System.nanoTime() + setting.patience.toNanos();
        try (Courier courier = new Courier(process::port, plan.shipments(), CONNECTIONS)) {
            for (int moment :
                    random.ints(setting.kills, 0, total).sorted().boxed().toList()) {
                courier.await(moment, end);
                killAndStart(process, random);
            }
            courier.await(total, end);
            killAndStart(process, random);
            List<String> complaints = new ArrayList<>(courier.refusals());
            if (courier.acknowledged() < total) {
                complaints.add((total - courier.acknowledged()) + " sends were not acknowledged in time");
            }
            return new KillsRun(plan, courier.acknowledged(), courier.sentAgain(), complaints);
        }
    }

    /** Every third time it is killed once more while it starts. */
    private static void killAndStart(ServiceProcess process, Random random) throws Exception {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(MOST_WAIT_MILLIS));
        process.kill();
        if (random.nextInt(3) == 0) {
            process.startAndKill(Duration.ofMillis(random.nextInt(STARTING_MILLIS)));
        }
        process.startAgain();
    }

    private KillsRun audited(Service service, List<Campaign> campaigns, Duration patience) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        try (Store store = Store.of(service)) {
            while (store.waiting() > 0 && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(MOST_WAIT_MILLIS);
            }
            KillsRun audited = this;
            for (String complaint : Audit.of(store, plan, campaigns)) {
                audited = audited.with(complaint);
            }
            return audited;
        }
    }

    private KillsRun with(String complaint) {
        List<String> all = new ArrayList<>(complaints);
        all.add(complaint);
        return new KillsRun(plan, sends, sentAgain, all);
    }
}
