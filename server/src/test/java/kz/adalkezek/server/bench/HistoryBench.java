package kz.adalkezek.server.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kz.adalkezek.server.outside.ChildServer;
import kz.adalkezek.server.outside.Launch;

/// Whether a long past makes today slower. Three branches stand side by side and take turns, so
/// that each round compares the same moments of the machine.
final class HistoryBench implements Bench.Measurement {

    private static final int[] EVENTS = {0, 100_000, 1_000_000};
    private static final int ROUNDS = 9;
    private static final int WARM_ROUNDS = 3;
    private static final int KIOSKS = 8;
    private static final int TICKETS = 1_200;
    private static final int CALLS = 1_000;

    private record Branch(ChildServer server, Kiosks kiosks, Desks desks) implements AutoCloseable {

        static ChildServer started(Path data, int events) throws IOException {
            PastDays.make(data, events, 0);
            return Launch.PLAIN.with("--unlimited").start(data);
        }

        /// Connects only once every branch is ready: a server ends a connection that is idle for
        /// half a minute.
        static Branch with(ChildServer server) throws IOException {
            var kiosk = server.client().access().kiosk();
            return new Branch(server, new Kiosks(server.url(), kiosk, KIOSKS), new Desks(server));
        }

        Round round() {
            var issue = kiosks.take(TICKETS);
            kiosks.hand();
            return new Round(issue, desks.call(CALLS));
        }

        @Override
        public void close() throws IOException {
            kiosks.close();
            desks.close();
        }
    }

    private record Round(Figures issue, Figures call) {}

    @Override
    public void run(Path room) throws IOException {
        var servers = new ArrayList<ChildServer>();
        var branches = new ArrayList<Branch>();
        var rounds = new ArrayList<List<Round>>();
        try {
            for (int events : EVENTS) {
                servers.add(Branch.started(room.resolve("after-" + events), events));
                rounds.add(new ArrayList<>());
            }
            for (var server : servers) {
                new Resources(server.pid()).awaitIdle();
            }
            for (var server : servers) {
                branches.add(Branch.with(server));
            }
            for (int i = 0; i < WARM_ROUNDS + ROUNDS; i++) {
                for (int which = 0; which < EVENTS.length; which++) {
                    var round = branches.get(which).round();
                    if (i >= WARM_ROUNDS) {
                        rounds.get(which).add(round);
                    }
                }
            }
        } finally {
            for (var branch : branches) {
                branch.close();
            }
            for (var server : servers) {
                server.close();
            }
        }
        print(rounds);
    }

    private static void print(List<List<Round>> rounds) {
        Figures.print(
                "%-12s %10s %16s %10s %16s  (limit 1.30)",
                "events before", "issued/s", "of empty day", "calls/s", "of empty day");
        for (int which = 0; which < EVENTS.length; which++) {
            Figures.print(
                    "%-13d %10.0f %16.2f %10.0f %16.2f",
                    EVENTS[which],
                    Figures.median(rounds.get(which), r -> r.issue().perSecond()),
                    slower(rounds.getFirst(), rounds.get(which), Round::issue),
                    Figures.median(rounds.get(which), r -> r.call().perSecond()),
                    slower(rounds.getFirst(), rounds.get(which), Round::call));
        }
    }

    /// How many times as long as on the empty day, median of the rounds.
    private static double slower(
            List<Round> empty, List<Round> after, Function<Round, Figures> which) {
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < empty.size(); i++) {
            ratios.add(
                    which.apply(empty.get(i)).perSecond() / which.apply(after.get(i)).perSecond());
        }
        return Figures.median(ratios, Double::doubleValue);
    }
}
