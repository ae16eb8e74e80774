package kz.adalkezek.kiosk.offline;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongSupplier;
import kz.adalkezek.kiosk.disk.ForcedFile;

/// The branch's time as well as this kiosk can know it: what the branch told last and the time
/// since then by a clock that only goes forward; after a start without the branch the latest of
/// this machine's clock and what was told before. Safe for several threads.
public final class BranchTime implements InstantSource {

    /// As large a difference is a step of the clock for the law, too.
    public static final Duration WRONG = Duration.ofSeconds(5);

    /// A machine's clock so near to the branch's is the finer one of the two.
    private static final Duration RIGHT = Duration.ofSeconds(1);

    /// So often it is written down.
    private static final Duration KEPT_EVERY = Duration.ofMinutes(1);

    private static final System.Logger LOG = System.getLogger("kezek.offline");
    private static final int FILE_MAX_BYTES = 40;

    private final Path file;
    private final InstantSource machine;
    private final LongSupplier nanos;
    private final boolean judged;

    /// What the branch told, and when by the clock that only goes forward.
    private record Told(Instant at, long nanos) {}

    /// Guarded by this, as all below.
    private Optional<Told> told = Optional.empty();

    private Instant kept;
    private boolean wrong;

    /// @param file where the last told time is kept
    /// @param nanos a clock that only goes forward
    public BranchTime(Path file, InstantSource machine, LongSupplier nanos) throws IOException {
        this(file, machine, nanos, true);
    }

    /// @param judged whether this machine's clock should be the branch's; a branch that is played
    ///   has another
    public BranchTime(Path file, InstantSource machine, LongSupplier nanos, boolean judged)
            throws IOException {
        this.judged = judged;
        this.file = file;
        this.machine = machine;
        this.nanos = nanos;
        this.kept = read(file);
    }

    /// The branch answered; its answer took that long from send to receipt.
    public synchronized void told(Instant server, Duration roundTrip) {
        var now = server.plus(roundTrip.dividedBy(2));
        told = Optional.of(new Told(now, nanos.getAsLong()));
        judge(Duration.between(now, machine.instant()));
        if (Duration.between(kept, now).abs().compareTo(KEPT_EVERY) >= 0) {
            keep(now);
        }
    }

    /// Whether this machine's clock was more than five seconds off when the branch was last heard.
    public synchronized boolean isWrong() {
        return wrong;
    }

    /// What this machine's own clock says, right or wrong.
    Instant machine() {
        return machine.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// Whole milliseconds.
    @Override
    public synchronized Instant instant() {
        var own = machine.instant();
        if (told.isEmpty()) {
            return (own.isAfter(kept) ? own : kept).truncatedTo(ChronoUnit.MILLIS);
        }
        var known = told.get().at().plusNanos(nanos.getAsLong() - told.get().nanos());
        boolean right = Duration.between(known, own).abs().compareTo(RIGHT) <= 0;
        return (right ? own : known).truncatedTo(ChronoUnit.MILLIS);
    }

    private void judge(Duration ahead) {
        boolean now = judged && ahead.abs().compareTo(WRONG) > 0;
        if (now != wrong) {
            wrong = now;
            if (now) {
                LOG.log(
                        Level.WARNING,
                        "the clock of this machine is {0} ms ahead of the branch; the branch''s"
                                + " counts. Set the clock, or see to the time service",
                        ahead.toMillis());
            } else {
                LOG.log(Level.INFO, "the clock of this machine is right again");
            }
        }
    }

    private void keep(Instant now) {
        try {
            ForcedFile.write(file, now.toString().getBytes(US_ASCII));
            kept = now;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the branch's time could not be kept: {0}", e.toString());
        }
    }

    private static Instant read(Path file) throws IOException {
        var bytes = ForcedFile.read(file, FILE_MAX_BYTES);
        try {
            return bytes.map(found -> Instant.parse(new String(found, US_ASCII)))
                    .orElse(Instant.EPOCH);
        } catch (DateTimeException e) {
            LOG.log(Level.WARNING, file + " holds no time and is made anew", e);
            return Instant.EPOCH;
        }
    }
}
