package kz.adalkezek.kiosk.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A simulated printer at the end of a line that has a speed. A pseudo-terminal has none, so this
/// takes from it only what a line of that speed would have carried by now, byte by byte. What the
/// system keeps between (about 20 kB, where a serial port keeps 4 kB) lets a writer return sooner,
/// and lets no byte arrive sooner.
public final class SlowPrinter implements AutoCloseable {

    private static final int BITS_A_BYTE = 10;
    private static final int AT_ONCE_BYTES = 16;
    private static final long NANOS_A_SECOND = 1_000_000_000;
    private static final byte[] ONE_EVENT = {1, 0, 0, 0, 0, 0, 0, 0};

    private final Libc libc = new Libc();
    private final int master;
    private final int slave;
    private final int wake;
    private final Path port;
    private final long byteNanos;
    private final Thread line;
    private final Mechanism mechanism = new Mechanism(PrinterSimulator.WIDE_DOTS);
    private final OrderParser parser =
            new OrderParser(PrinterSimulator.WIDE_DOTS, LetterTables.EPSON.keySet());
    private final BlockingQueue<Passed> tickets = new LinkedBlockingQueue<>();
    private volatile boolean stopped;

    /// The first byte of the ticket on the line.
    private long begun;

    private int bytes;

    /// A ticket that has come through, on the clock of `System.nanoTime`.
    public record Passed(long firstByte, long lastByte, int bytes) {}

    public SlowPrinter(int baud) throws IOException {
        this.byteNanos = BITS_A_BYTE * NANOS_A_SECOND / baud;
        this.master = libc.openTerminal();
        this.port = Path.of(libc.slaveName(master));
        this.slave = libc.open(port.toString());
        libc.makeRaw(slave);
        this.wake = libc.eventCounter();
        this.line = Thread.ofPlatform().daemon().name("line of " + baud).start(this::carry);
    }

    public Path port() {
        return port;
    }

    /// The next ticket, when its last byte is here.
    public Passed next(long patienceSeconds) throws InterruptedException, TimeoutException {
        var ticket = tickets.poll(patienceSeconds, TimeUnit.SECONDS);
        if (ticket == null) {
            throw new TimeoutException("no ticket; the printer complains of " + errors());
        }
        return ticket;
    }

    /// What it did not understand.
    public List<String> errors() {
        synchronized (mechanism) {
            return mechanism.errors();
        }
    }

    @Override
    public void close() throws IOException {
        stopped = true;
        libc.write(wake, ONE_EVENT);
        try {
            line.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted before the line had ended", e);
        }
        libc.close(wake);
        libc.close(slave);
        libc.close(master);
    }

    private void carry() {
        try {
            long free = System.nanoTime();
            while (!stopped) {
                byte[] next = libc.read(master, AT_ONCE_BYTES);
                if (next.length == 0) {
                    libc.awaitReadable(master, wake);
                    free = Math.max(free, System.nanoTime());
                    continue;
                }
                long carried = free + next.length * byteNanos;
                TimeUnit.NANOSECONDS.sleep(carried - System.nanoTime());
                for (byte one : next) {
                    free += byteNanos;
                    note(one, free);
                }
                print(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the line of a slow printer", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the line", e);
        }
    }

    private void note(byte one, long at) {
        bytes++;
        parser.push(one)
                .ifPresent(order -> {
                    switch (order) {
                        case Order.Initialize _ -> {
                            begun = at - byteNanos;
                            bytes = 2;
                        }
                        case Order.Cut _ -> tickets.add(new Passed(begun, at, bytes));
                        default -> {}
                    }
                });
    }

    private void print(byte[] next) throws IOException {
        synchronized (mechanism) {
            mechanism.receive(next);
            libc.write(master, mechanism.takeAnswers());
        }
    }
}
