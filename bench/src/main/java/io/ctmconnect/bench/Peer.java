package io.ctmconnect.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Something that answers with a page of calls, and what was measured of it, round by round. */
final class Peer {
    private final String name;
    private final URI address;
    private final List<Wrk> rounds = new ArrayList<>();

    Peer(String name, URI address) {
        this.name = name;
        this.address = address;
    }

    String name() {
        return name;
    }

    /** Asks it for so long, and forgets it. */
    void warmUp(String token, int connections, Duration time, int core) throws IOException {
        Wrk.get(address, token, connections, time, core);
    }

    void measure(String token, int connections, Duration time, int core) throws IOException {
        rounds.add(Wrk.get(address, token, connections, time, core));
    }

    /** The round of which half are slower. */
    Wrk median() {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Wrk::perSecond))
                .toList()
                .get(rounds.size() / 2);
    }

    long failures() {
        return rounds.stream().mapToLong(Wrk::failures).sum();
    }

    /** How many times as many answers a second it gives as another one, in the median of the rounds. */
    double ratioTo(Peer other) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds.size(); round++) {
            ratios.add(rounds.get(round).perSecond() / other.rounds.get(round).perSecond());
        }
        return ratios.stream().sorted().toList().get(ratios.size() / 2);
    }
}
