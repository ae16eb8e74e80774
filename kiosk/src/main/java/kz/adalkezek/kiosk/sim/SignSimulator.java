package kz.adalkezek.kiosk.sim;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// LED boards on one line behind a pseudo-terminal of their own: programs open [#port] as they
/// would a serial device. A board keeps what it shows when the line is gone. What a real one would
/// not understand is an error. Safe for several threads.
public final class SignSimulator implements AutoCloseable {

    static final int ERRORS_MAX = 100;

    /// Which protocol the boards understand.
    public enum Kind {
        STX,
        ALPHA
    }

    /// One board as people see it.
    ///
    /// @param frames how many it has understood
    public record Sign(int counter, String address, String text, long frames) {}

    private final Libc libc = new Libc();
    private final Path port;
    private final Kind kind;
    private final SignDecoder decoder;

    /// Plugging takes this lock first; what arrives takes only that of the signs.
    private final Object plug = new Object();

    /// Guarded by itself, as the errors; by address.
    private final Map<String, Sign> signs = new TreeMap<>();

    private final List<String> errors = new ArrayList<>();
    private volatile @Nullable Pty pty;
    private volatile boolean stuck;

    private SignSimulator(Path port, Kind kind, Map<String, Integer> boards) {
        this.port = port;
        this.kind = kind;
        this.decoder =
                switch (kind) {
                    case STX -> new StxDecoder();
                    case ALPHA -> new AlphaDecoder();
                };
        boards.forEach((address, counter) -> signs.put(address, new Sign(counter, address, "", 0)));
    }

    /// Switches the boards on and plugs their line in.
    ///
    /// @param port where its device shall appear; the directory must exist
    /// @param boards the counter above which each stands, by its address
    public static SignSimulator start(Path port, Kind kind, Map<String, Integer> boards)
            throws IOException {
        var simulator = new SignSimulator(port.toAbsolutePath(), kind, boards);
        simulator.plugIn();
        return simulator;
    }

    public Path port() {
        return port;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isPlugged() {
        return pty != null;
    }

    public boolean isStuck() {
        return stuck;
    }

    public void plugIn() throws IOException {
        synchronized (plug) {
            if (pty == null) {
                var fresh = new Pty(libc, port, this::receive);
                fresh.deaf(stuck);
                pty = fresh;
                fresh.start();
            }
        }
    }

    /// Pulls the cable of the line; the device is gone when this returns.
    public void unplug() throws IOException {
        synchronized (plug) {
            var old = pty;
            pty = null;
            if (old != null) {
                old.close();
            }
        }
    }

    /// While it is stuck the line takes no bytes, so that writers block when its buffer is full.
    public void stick(boolean on) throws IOException {
        synchronized (plug) {
            stuck = on;
            var plugged = pty;
            if (plugged != null) {
                plugged.deaf(on);
            }
        }
    }

    /// In the order of the counters.
    public List<Sign> signs() {
        synchronized (signs) {
            return signs.values().stream()
                    .sorted((one, other) -> Integer.compare(one.counter(), other.counter()))
                    .toList();
        }
    }

    /// What no board has understood, oldest first; the first 100.
    public List<String> errors() {
        synchronized (signs) {
            return List.copyOf(errors);
        }
    }

    @Override
    public void close() throws IOException {
        unplug();
    }

    private void receive(byte[] bytes) {
        synchronized (signs) {
            for (byte next : bytes) {
                decoder.take(Byte.toUnsignedInt(next)).ifPresent(this::hear);
            }
        }
    }

    private void hear(SignDecoder.Heard heard) {
        switch (heard) {
            case SignDecoder.Heard.Shown(var address, var text)
                    when address.equals(SignDecoder.ALL) ->
                    signs.replaceAll((_, sign) -> shows(sign, text));
            case SignDecoder.Heard.Shown(var address, var text) -> {
                if (signs.computeIfPresent(address, (_, sign) -> shows(sign, text)) == null) {
                    complain("no board has the address " + address);
                }
            }
            case SignDecoder.Heard.Garbage(var what) -> complain(what);
        }
    }

    private static Sign shows(Sign sign, String text) {
        return new Sign(sign.counter(), sign.address(), text, sign.frames() + 1);
    }

    private void complain(String what) {
        if (errors.size() < ERRORS_MAX) {
            errors.add(what);
        }
    }
}
