package kz.adalkezek.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// What the kernel says about a process.
public final class Resources {

    private static final double KB_A_MB = 1_024;
    private static final long LOOK_NANOS = 400_000_000;
    private static final double NANOS_A_TICK = 10_000_000;
    private static final long IDLE_TICKS = 2;
    private static final Duration IDLE_AT_LAST = Duration.ofSeconds(60);
    private static final int UTIME = 11;
    private static final int STIME = 12;

    private final Path process;

    public Resources(long pid) {
        process = Path.of("/proc", Long.toString(pid));
    }

    /// Resident memory in megabytes.
    public double residentMb() throws IOException {
        return statusMb("VmRSS:");
    }

    /// The most that was ever resident, in megabytes; not a number once the process is gone.
    public double peakMb() throws IOException {
        return statusMb("VmHWM:");
    }

    private double statusMb(String name) throws IOException {
        try (var lines = Files.lines(process.resolve("status"))) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                    .map(kb -> kb / KB_A_MB)
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }

    /// Returns when the process does nothing, for example no longer reads its older log.
    public void awaitIdle() throws IOException {
        long end = System.nanoTime() + IDLE_AT_LAST.toNanos();
        long before = ticks();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_NANOS);
            long now = ticks();
            if (now - before <= IDLE_TICKS) {
                return;
            }
            before = now;
        }
    }

    /// The part of one processor that it takes, as seen for so long: 0.01 is one in a hundred.
    public double load(Duration seen) throws IOException, InterruptedException {
        long before = ticks();
        long begin = System.nanoTime();
        TimeUnit.NANOSECONDS.sleep(seen.toNanos());
        return (ticks() - before) * NANOS_A_TICK / (System.nanoTime() - begin);
    }

    /// Hundredths of a second on a processor; in /proc/PID/stat, behind the name in brackets.
    private long ticks() throws IOException {
        var stat = Files.readString(process.resolve("stat"));
        var fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        return Long.parseLong(fields.get(UTIME)) + Long.parseLong(fields.get(STIME));
    }
}
