package kz.adalkezek.server.bench;

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

/// Decisions of the pure law, each with its fold, on one thread and without a disk.
final class LawBench implements Bench.Measurement {

    private static final int RUNS = 5;
    private static final int WARM_RUNS = 8;

    /// A day has 99,999 numbers of a letter; all runs of a hall together stay below.
    private static final int PEOPLE_A_RUN = 5_000;

    private static final double NANOS_A_SECOND = 1e9;
    private static final Instant NINE = Instant.parse("2026-11-23T04:00:00Z");

    @Override
    public void run(Path room) {
        warm();
        Figures.print("%-10s %12s", "waiting", "decisions/s");
        for (int waiting : new int[] {10, 1_000, 10_000}) {
            var hall = hall(waiting);
            var runs = new ArrayList<Double>();
            for (int i = 0; i < RUNS; i++) {
                runs.add(measure(hall));
            }
            Figures.print("%-10d %12.0f", waiting, Figures.median(runs, Double::doubleValue));
        }
        Figures.print("(a branch needs up to 20 a second; the disk allows what `disk` says)");
    }

    private static void warm() {
        var hall = hall(1_000);
        for (int i = 0; i < WARM_RUNS; i++) {
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
