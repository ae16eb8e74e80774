package kz.adalkezek.road;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import kz.adalkezek.server.bench.Bench.Measurement;
import kz.adalkezek.server.bench.Figures;

/// From the command to the first ticket on paper, where everything is built already. Somebody
/// touches the screen as soon as the demo says that it is there.
final class DemoBench implements Measurement {

    private static final int RUNS = 3;
    private static final int LOOK_MS = 10;
    private static final double NANOS_A_SECOND = 1e9;

    private final Path script;

    DemoBench(Path script) {
        this.script = script;
    }

    /// Both in seconds from the command.
    record Run(double ready, double paper) {}

    @Override
    public void run(Path room) throws IOException, InterruptedException {
        var fresh = new ArrayList<Run>();
        var again = new ArrayList<Run>();
        var nothing = new ArrayList<Double>();
        for (int i = 0; i < RUNS; i++) {
            nothing.add(twoThatDoNothing());
            var folder = room.resolve(Integer.toString(i));
            fresh.add(firstTicket(script, folder));
            again.add(firstTicket(script, folder));
        }
        Figures.print("%-34s %10s %20s", "seconds from ./kezek demo", "ready", "ticket on paper");
        print("with no data yet", fresh);
        print("with the data of an earlier run", again);
        Figures.print(
                "%-34s %10.2f",
                "limit: two Javas that do nothing", Figures.median(nothing, Double::doubleValue));
    }

    private static void print(String what, List<Run> runs) {
        Figures.print(
                "%-34s %10.2f %20.2f",
                what, Figures.median(runs, Run::ready), Figures.median(runs, Run::paper));
    }

    /// The server's and the kiosk's process, one after the other.
    private static double twoThatDoNothing() throws IOException {
        long command = System.nanoTime();
        for (int i = 0; i < 2; i++) {
            IdleJava.start().destroy();
        }
        return (System.nanoTime() - command) / NANOS_A_SECOND;
    }

    /// @param script of the checkout whose demo it is
    static Run firstTicket(Path script, Path folder) throws IOException, InterruptedException {
        long command = System.nanoTime();
        try (var hall = DemoHall.openByScript(script, folder);
                var citizen = new Touch(hall.kiosk())) {
            long ready = System.nanoTime();
            citizen.take(UUID.randomUUID().toString());
            var state = hall.kiosk().resolve("/sim/printer/state");
            while (hall.get(state).path("papers").isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MS);
            }
            long paper = System.nanoTime();
            return new Run((ready - command) / NANOS_A_SECOND, (paper - command) / NANOS_A_SECOND);
        }
    }
}
