package kz.adalkezek.kiosk.errand;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import kz.adalkezek.kiosk.print.Printer;
import kz.adalkezek.kiosk.print.PrinterStatus;
import kz.adalkezek.kiosk.print.Printing;

/// Knows how the printer is before anybody touches the screen: asks it every few seconds and when
/// somebody nudges, and hears in between what it says unasked. One thread of its own; a question
/// waits while a ticket goes out.
public final class PrinterWatch implements AutoCloseable {

    /// A printer that speaks unasked is asked all the same: it may have been switched off and on,
    /// or have fallen silent.
    public static final Duration EVERY = Duration.ofSeconds(5);

    /// A change that the printer tells by itself, or a cable that is gone, is seen so soon.
    private static final Duration LISTEN = Duration.ofMillis(250);

    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final System.Logger LOG = System.getLogger("kezek.errand");

    private final Printer printer;
    private final Duration every;
    private final BlockingQueue<Boolean> nudges = new ArrayBlockingQueue<>(1);
    private final Thread thread;
    private volatile PrinterStatus status = new PrinterStatus.Unknown();
    private volatile Runnable onChange = () -> {};

    public PrinterWatch(Printer printer, Duration every) {
        this.printer = printer;
        this.every = every;
        this.thread = Thread.ofVirtual().name("printer watch").unstarted(this::watch);
    }

    /// @param onChange told after each change, on the watch's thread; must not block
    public void start(Runnable onChange) {
        this.onChange = onChange;
        thread.start();
    }

    /// What the printer said last.
    public PrinterStatus status() {
        return status;
    }

    /// Asks again soon, without waiting for it.
    public void nudge() {
        nudges.offer(true);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void watch() {
        try {
            for (boolean first = true; ; first = false) {
                // A printer that is silent from the start is news, too.
                var now = printer.status();
                if (Thread.interrupted()) {
                    // Closed in the middle of a question: what came of it is no news.
                    return;
                }
                show(now, first);
                listen();
            }
        } catch (InterruptedException e) {
            // Closed.
            Thread.currentThread().interrupt();
        }
    }

    /// Until it is time to ask again, or somebody nudges, or the line is gone.
    private void listen() throws InterruptedException {
        long until = System.nanoTime() + pace().toNanos();
        while (System.nanoTime() < until) {
            if (nudges.poll(LISTEN.toMillis(), TimeUnit.MILLISECONDS) != null) {
                return;
            }
            if (!isUnreachable()) {
                printer.unasked().ifPresent(said -> show(said, false));
            }
        }
    }

    /// Somebody is mending what is in trouble; who says nothing has nothing new to say.
    private Duration pace() {
        var soon =
                switch (status) {
                    case PrinterStatus.Trouble _ -> AGAIN;
                    case PrinterStatus.Ready _ -> printer.speaksUnasked() ? every : SOON;
                    case PrinterStatus.Unknown _ -> every;
                };
        return soon.compareTo(every) < 0 ? soon : every;
    }

    private boolean isUnreachable() {
        return status instanceof PrinterStatus.Trouble(Printing.Unreachable _);
    }

    private void show(PrinterStatus now, boolean first) {
        boolean changed = first || !now.equals(status);
        status = now;
        if (changed) {
            LOG.log(Level.INFO, "the printer: {0}", now);
            onChange.run();
        }
    }
}
