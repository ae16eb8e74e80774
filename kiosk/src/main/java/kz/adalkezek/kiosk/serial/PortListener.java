package kz.adalkezek.kiosk.serial;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The one thread that listens to a port on which somebody else begins to speak: a scanner, a pad.
/// It looks often enough for a person and seldom enough for an idle computer, and opens the port
/// again by itself when the device was pulled out.
public final class PortListener implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("kezek.serial");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(60);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(500);
    private static final Duration LAST_BACK_OFF = Duration.ofSeconds(8);

    /// Who is told; all on the listener's thread.
    public interface Ear {

        /// What has arrived.
        void hear(byte[] bytes) throws LinkException, InterruptedException;

        /// What was heard in part goes on no more.
        void forget();
    }

    private final Link link;
    private final Ear ear;
    private final Thread thread;
    private volatile Optional<Boolean> reachable = Optional.empty();
    private volatile Runnable onChange = () -> {};

    /// @param name of the thread
    public PortListener(String name, Link link, Ear ear) {
        this.link = link;
        this.ear = ear;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    /// @param onChange told when the device is there or lost, on this thread; must not block
    public void start(Runnable onChange) {
        this.onChange = onChange;
        thread.start();
    }

    public boolean isReachable() {
        return reachable.orElse(false);
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
                    byte[] bytes = link.read(Duration.ZERO);
                    if (bytes.length > 0) {
                        ear.hear(bytes);
                    }
                    reached(true, "");
                    backOff = FIRST_BACK_OFF;
                    TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
                } catch (LinkException e) {
                    ear.forget();
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

    /// Each change is logged once; nothing that was heard is.
    private void reached(boolean now, String why) {
        if (reachable.equals(Optional.of(now))) {
            return;
        }
        reachable = Optional.of(now);
        LOG.log(
                now ? Level.INFO : Level.WARNING,
                now ? "there is a device at {0}" : "no device at {0}: {1}",
                link.name(),
                why);
        onChange.run();
    }
}
