package kz.adalkezek.server.journal;

import java.util.Collection;
import java.util.function.Consumer;
import kz.adalkezek.log.Frontier;
import kz.adalkezek.server.journal.Reading.Depth;
import kz.adalkezek.server.journal.Remembered.Proven;
import org.jspecify.annotations.Nullable;

/// Reads the older log entry by entry beside the writer, after a start that took its hashes from
/// tiles. At the first difference nothing more is signed.
final class FullReading implements AutoCloseable {

    private final Reading reading;
    private final Frontier expected;
    private final Consumer<JournalException> onDifference;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile @Nullable JournalException difference;

    /// @param expected the tree that the entries must give; with size 0 there is nothing to read
    /// @param onDifference told once, on the reading's own thread
    FullReading(
            Bundles bundles,
            Tiles tiles,
            Frontier expected,
            Collection<Proven> signed,
            Consumer<JournalException> onDifference) {
        this.reading = new Reading(bundles, tiles, new Edge(tiles), signed);
        this.expected = expected;
        this.onDifference = onDifference;
        this.thread =
                Thread.ofPlatform()
                        .name("full-reading")
                        .daemon()
                        .uncaughtExceptionHandler(
                                (_, fault) -> tell(new JournalException("it broke off", fault)))
                        .unstarted(this::read);
    }

    void start() {
        if (expected.size() > 0) {
            thread.start();
        }
    }

    private void read() {
        var damage = reading.readTo(expected.size(), Depth.EVENTS, () -> stopped);
        if (stopped) {
            return;
        }
        damage.or(() -> reading.differenceFrom(expected))
                .ifPresentOrElse(
                        what -> tell(Recovery.refused(what, expected.size())),
                        reading::repairTiles);
    }

    private void tell(JournalException found) {
        var fault =
                new JournalException(
                        "the full reading of the older log: " + found.getMessage(), found);
        difference = fault;
        onDifference.accept(fault);
    }

    /// The writer asks before each signature.
    void requireNoDifference() {
        var found = difference;
        if (found != null) {
            throw new JournalException("nothing more is signed: " + found.getMessage(), found);
        }
    }

    /// Whether every entry of the older log has been read by now.
    boolean isDone() {
        return !thread.isAlive() && difference == null && !stopped;
    }

    /// Waits until the thread has ended by itself.
    void join() {
        boolean interrupted = false;
        while (thread.isAlive() && Thread.currentThread() != thread) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopped = true;
        join();
    }
}
