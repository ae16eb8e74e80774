package kz.adalkezek.kiosk.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A thermal printer behind a pseudo-terminal of its own: programs open [#port] as they would a
/// serial device. It draws on paper to the dot, answers as a [Make] does, and can be out of order
/// in every way of [Fault], or unplugged. It keeps power when it is unplugged, and with it whatever
/// it had received. Safe for several threads.
public final class PrinterSimulator implements AutoCloseable {

    public static final int WIDE_DOTS = 576;
    public static final int NARROW_DOTS = 384;

    /// Ten bits a byte at 9,600 baud.
    private static final long SLOW_BYTE_NANOS = 10 * 1_000_000_000L / 9_600;

    private static final int PIECE_BYTES = 32;

    private final Libc libc = new Libc();
    private final Path port;

    /// Plugging takes this lock first; what the printer does takes only the mechanism's.
    private final Object plug = new Object();

    private final Mechanism mechanism;
    private volatile @Nullable Pty pty;

    private PrinterSimulator(Path port, Mechanism mechanism) {
        this.port = port;
        this.mechanism = mechanism;
    }

    /// Switches a printer on and plugs it in.
    ///
    /// @param port where its device shall appear; the directory must exist
    /// @param widthDots [#WIDE_DOTS] for paper of 80 mm, [#NARROW_DOTS] for 58 mm
    public static PrinterSimulator start(Path port, int widthDots) throws IOException {
        return start(port, widthDots, LetterTables.EPSON);
    }

    /// @param pages the names of code pages by the numbers that select them, such as 53 and
    ///   `KZ-1048`
    public static PrinterSimulator start(Path port, int widthDots, Map<Integer, String> pages)
            throws IOException {
        var mechanism = new Mechanism(widthDots, pages);
        var simulator = new PrinterSimulator(port.toAbsolutePath(), mechanism);
        simulator.plugIn();
        return simulator;
    }

    /// The device: a stable name that is there while the printer is plugged in.
    public Path port() {
        return port;
    }

    public boolean isPlugged() {
        return pty != null;
    }

    public void plugIn() throws IOException {
        synchronized (plug) {
            if (pty == null) {
                var fresh = new Pty(libc, port, this::arrive);
                fresh.deaf(faults().contains(Fault.STUCK));
                pty = fresh;
                fresh.start();
            }
        }
    }

    /// Pulls the cable; the device is gone when this returns.
    public void unplug() throws IOException {
        synchronized (plug) {
            var old = pty;
            pty = null;
            if (old != null) {
                old.close();
            }
        }
    }

    /// Lets it speak as another make does.
    public void speakAs(Make make) {
        synchronized (mechanism) {
            mechanism.make(make);
        }
    }

    /// Brings a fault about, or puts it right; new paper and a closed cover let it print on.
    public void set(Fault fault, boolean on) throws IOException {
        synchronized (mechanism) {
            mechanism.set(fault, on);
            say(mechanism.takeAnswers());
        }
        var plugged = pty;
        if (fault == Fault.STUCK && plugged != null) {
            plugged.deaf(on);
        }
    }

    /// Lets the paper end so many dots from now.
    public void runOutAfter(int dots) {
        synchronized (mechanism) {
            mechanism.endPaperAfter(dots);
        }
    }

    /// Sends bytes that nobody asked for, as a bad line does.
    public void babble(byte[] bytes) throws IOException {
        synchronized (mechanism) {
            say(bytes);
        }
    }

    public Set<Fault> faults() {
        synchronized (mechanism) {
            return mechanism.faults();
        }
    }

    public boolean isOffline() {
        synchronized (mechanism) {
            return mechanism.isOffline();
        }
    }

    /// The last pieces that were cut or torn off, oldest first; at most 50.
    public List<CutPaper> papers() {
        synchronized (mechanism) {
            return mechanism.roll().pieces();
        }
    }

    /// What hangs out of the printer now.
    public CutPaper hanging() {
        synchronized (mechanism) {
            return mechanism.roll().hanging();
        }
    }

    /// What a real printer would not have understood, oldest first; the first 100.
    public List<String> errors() {
        synchronized (mechanism) {
            return mechanism.errors();
        }
    }

    @Override
    public void close() throws IOException {
        unplug();
    }

    /// What a slow line brings comes in small pieces, each after its time; what is still on it when
    /// the cable is pulled never comes.
    private void arrive(byte[] bytes) {
        if (!faults().contains(Fault.SLOW)) {
            receive(bytes);
            return;
        }
        for (int from = 0; from < bytes.length && isPlugged(); from += PIECE_BYTES) {
            var piece = Arrays.copyOfRange(bytes, from, Math.min(from + PIECE_BYTES, bytes.length));
            try {
                TimeUnit.NANOSECONDS.sleep(piece.length * SLOW_BYTE_NANOS);
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts the line", e);
            }
            receive(piece);
        }
    }

    private void receive(byte[] bytes) {
        synchronized (mechanism) {
            mechanism.receive(bytes);
            try {
                say(mechanism.takeAnswers());
            } catch (IOException e) {
                throw new UncheckedIOException("answering on " + port, e);
            }
        }
    }

    private void say(byte[] bytes) throws IOException {
        var plugged = pty;
        if (plugged != null && bytes.length > 0) {
            plugged.write(bytes);
        }
    }
}
