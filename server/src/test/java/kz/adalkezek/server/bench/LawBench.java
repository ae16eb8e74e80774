package kz.adalkezek.server.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Event.DeviceKind;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.Policy;

/// The pure law: decisions, each with its fold, on one thread and without a disk; a call with a
/// long line; the replay of a year by the outside verifier; and whether planted faults are caught.
final class LawBench implements Bench.Measurement {

    private static final int RUNS = 5;
    private static final int WARM_RUNS = 8;

    /// A day has 99,999 numbers of a letter; all runs of a hall together stay below.
    private static final int PEOPLE_A_RUN = 5_000;

    private static final int CALLS_A_RUN = 20_000;
    private static final double NANOS_A_MICRO = 1e3;
    private static final double NANOS_A_SECOND = 1e9;
    private static final Instant NINE = Instant.parse("2026-11-23T04:00:00Z");

    @Override
    public void run(Path room) throws IOException, InterruptedException {
        warm();
        Figures.print("%-10s %12s %12s", "waiting", "decisions/s", "us a call");
        for (int waiting : new int[] {10, 1_000, 10_000}) {
            var hall = hall(waiting);
            var runs = new ArrayList<Double>();
            var calls = new ArrayList<Double>();
            for (int i = 0; i < RUNS; i++) {
                calls.add(microsOfACall(hall));
                runs.add(measure(hall));
            }
            Figures.print(
                    "%-10d %12.0f %12.1f",
                    waiting,
                    Figures.median(runs, Double::doubleValue),
                    Figures.median(calls, Double::doubleValue));
        }
        Figures.print(
                "(aim: under 50 us a call with 10,000 waiting; a branch needs up to 20 a second)");
        new YearReplay(room).run();
        new FaultTable().run();
    }

    private static void warm() {
        var hall = hall(1_000);
        for (int i = 0; i < WARM_RUNS; i++) {
            microsOfACall(hall);
            measure(hall);
        }
    }

    private static BusyHall hall(int waiting) {
        var hall = new BusyHall(founded(), NINE, _ -> {});
        hall.openDay(LocalDate.of(2026, 11, 23), NINE);
        for (int i = 0; i < waiting; i++) {
            hall.comes();
        }
        return hall;
    }

    private static double microsOfACall(BusyHall hall) {
        long start = System.nanoTime();
        hall.decidesCalls(CALLS_A_RUN);
        return (System.nanoTime() - start) / NANOS_A_MICRO / CALLS_A_RUN;
    }

    /// As many come as are called, so the line keeps its length.
    private static double measure(BusyHall hall) {
        long before = hall.decisions();
        long start = System.nanoTime();
        for (int person = 0; person < PEOPLE_A_RUN; person++) {
            hall.comes();
            hall.serves();
        }
        double seconds = (System.nanoTime() - start) / NANOS_A_SECOND;
        return (hall.decisions() - before) / seconds;
    }

    private static BusyHall.Founded founded() {
        var kiosk = new DeviceId("k1");
        return new BusyHall.Founded(
                "example.kz/bench",
                policy(),
                "bench-1",
                "A".repeat(43),
                Map.of(new GroupCode("ID"), 'A', new GroupCode("SOC"), 'K'),
                kiosk,
                Map.of(kiosk, DeviceKind.KIOSK));
    }

    private static Policy policy() {
        return new Policy(
                "bench-1",
                List.of(),
                20,
                Duration.ofMinutes(10),
                new Policy.Booking(15, Duration.ofMinutes(10), Duration.ofMinutes(15), 60),
                new Policy.NoShow(2, Duration.ofSeconds(45), Duration.ofMinutes(15)),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                Duration.ofSeconds(5),
                Duration.ofMinutes(15),
                Map.of("outcome", List.of(new Code("accepted"))),
                new Policy.Limits(Policy.UNLIMITED, Policy.UNLIMITED, Policy.UNLIMITED),
                List.of(),
                new Policy.Findings(Duration.ofHours(24), Duration.ofHours(72)),
                Code.NONE);
    }
}
