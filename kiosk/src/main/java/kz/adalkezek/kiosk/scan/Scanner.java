package kz.adalkezek.kiosk.scan;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kz.adalkezek.kiosk.serial.Link;
import kz.adalkezek.kiosk.serial.LinkException;

/// A scanner on a serial line (USB CDC), with the thread that alone reads it. The line opens again
/// by itself when the scanner was pulled out.
public final class Scanner implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("kezek.scan");

    /// A person does not notice it, and the port is hardly looked at.
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(60);

    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(500);
    private static final Duration LAST_BACK_OFF = Duration.ofSeconds(8);

    private final Link link;
    private final Consumer<String> codes;
    private final ScanLines lines = new ScanLines();
    private final Thread thread = Thread.ofVirtual().name("scanner").unstarted(this::run);
    private volatile boolean reachable;
    private volatile Runnable onChange = () -> {};

    /// Only this room's thread.
    private Optional<Boolean> told = Optional.empty();

    /// @param codes told each code; must not block
    public Scanner(Link link, Consumer<String> codes) {
        this.link = link;
        this.codes = codes;
    }

    /// @param onChange told when the scanner is there or lost, on this room's thread; must not
    ///   block
    public void start(Runnable onChange) {
        this.onChange = onChange;
        thread.start();
    }

    public boolean isReachable() {
        return reachable;
    }

    @Override
    public void close() {
        thread.interrupt();
        link.close();
    }

    private void run() {
        var backOff = FIRST_BACK_OFF;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    lines.take(link.read(Duration.ZERO)).forEach(codes);
                    reached(true, "");
                    backOff = FIRST_BACK_OFF;
                    TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
                } catch (LinkException e) {
                    lines.forget();
                    reached(false, String.valueOf(e.getMessage()));
                    TimeUnit.NANOSECONDS.sleep(backOff.toNanos());
                    backOff = backOff.multipliedBy(2);
                    backOff = backOff.compareTo(LAST_BACK_OFF) > 0 ? LAST_BACK_OFF : backOff;
                }
            }
        } catch (InterruptedException e) {
            // Closed.
            Thread.currentThread().interrupt();
        }
    }

    private void reached(boolean now, String why) {
        if (told.equals(Optional.of(now))) {
            return;
        }
        told = Optional.of(now);
        reachable = now;
        LOG.log(
                now ? Level.INFO : Level.WARNING,
                now ? "the scanner is there: {0}" : "no scanner at {0}: {1}",
                link.name(),
                why);
        onChange.run();
    }
}
