package kz.adalkezek.kiosk.errand;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import kz.adalkezek.kiosk.print.Printer;
import kz.adalkezek.kiosk.print.PrinterStatus;

/// Asks the printer how it is, every few seconds and when somebody nudges. One thread of its own; a
/// question waits while a ticket goes out.
public final class PrinterWatch implements AutoCloseable {

    public static final Duration EVERY = Duration.ofSeconds(10);

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
                var now = printer.status();
                // A printer that is silent from the start is news, too.
                boolean changed = first || !now.equals(status);
                status = now;
                if (changed) {
                    onChange.run();
                }
                nudges.poll(every.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            // Closed.
            Thread.currentThread().interrupt();
        }
    }
}
