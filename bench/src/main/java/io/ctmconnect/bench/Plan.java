package io.ctmconnect.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What is sent in one run, made from a seed.
 *
 * @param calls of all CTM accounts
 * @param shipments in the order in which they are sent: shuffled, and so many of a hundred twice
 */
record Plan(List<PlannedCall> calls, List<Shipment> shipments) {
    private static final int DUPLICATES_OF_HUNDRED = 20;
    private static final long FIRST_CALL = 6_000_000_000L;

    /** An event on its way to one campaign. */
    record Shipment(Campaign campaign, String event, String body) {
        byte[] request() {
            return campaign.request(event, body);
        }
    }

    /** At least so many different events: each of a call's goes to every campaign that is subscribed to its CTM account. */
    static Plan of(List<Campaign> campaigns, int events, Random random) {
        List<String> ctmAccounts =
                campaigns.stream().map(Campaign::ctmAccount).distinct().toList();
        List<PlannedCall> calls = new ArrayList<>();
        List<Shipment> different = new ArrayList<>();
        while (different.size() < events) {
            String ctmAccount = ctmAccounts.get(random.nextInt(ctmAccounts.size()));
            PlannedCall call = PlannedCall.any(random, ctmAccount, FIRST_CALL + calls.size());
            calls.add(call);
            campaigns.stream()
                    .filter(campaign -> campaign.ctmAccount().equals(ctmAccount))
                    .forEach(campaign -> different.addAll(shipments(campaign, call)));
        }
        return new Plan(calls, shuffledWithDuplicates(different, random));
    }

    private static List<Shipment> shipments(Campaign campaign, PlannedCall call) {
        return call.moments().stream()
                .map(moment -> new Shipment(campaign, moment.event(), call.body(moment)))
                .toList();
    }

    private static List<Shipment> shuffledWithDuplicates(List<Shipment> different, Random random) {
        List<Shipment> all = new ArrayList<>(different);
        Collections.shuffle(all, random);
        all.addAll(all.subList(0, different.size() * DUPLICATES_OF_HUNDRED / 100).stream()
                .toList());
        Collections.shuffle(all, random);
        return all;
    }

    /** The shipments without the repetitions. */
    Set<Shipment> different() {
        return new LinkedHashSet<>(shipments);
    }

    /** The calls that a campaign is to count. */
    List<PlannedCall> of(Campaign campaign) {
        return calls.stream()
                .filter(call -> call.ctmAccount().equals(campaign.ctmAccount()))
                .toList();
    }
}
