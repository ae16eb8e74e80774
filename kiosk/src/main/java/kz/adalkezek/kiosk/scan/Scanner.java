package kz.adalkezek.kiosk.scan;

import java.util.function.Consumer;
import kz.adalkezek.kiosk.serial.Link;
import kz.adalkezek.kiosk.serial.PortListener;

/// A scanner on a serial line (USB CDC). Half a code that was sent before it was pulled out is no
/// part of the next.
public final class Scanner implements AutoCloseable {

    private final PortListener port;

    /// @param codes told each code on the listener's thread; must not block
    public Scanner(Link link, Consumer<String> codes) {
        var lines = new ScanLines();
        this.port =
                new PortListener(
                        "scanner",
                        link,
                        new PortListener.Ear() {
                            @Override
                            public void hear(byte[] bytes) {
                                lines.take(bytes).forEach(codes);
                            }

                            @Override
                            public void forget() {
                                lines.forget();
                            }
                        });
    }

    /// @param onChange told when the scanner is there or lost; must not block
    public void start(Runnable onChange) {
        port.start(onChange);
    }

    public boolean isReachable() {
        return port.isReachable();
    }

    @Override
    public void close() {
        port.close();
    }
}
