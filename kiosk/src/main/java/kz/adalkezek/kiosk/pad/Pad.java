package kz.adalkezek.kiosk.pad;

import static java.nio.charset.StandardCharsets.US_ASCII;

import kz.adalkezek.kiosk.link.BranchLink;
import kz.adalkezek.kiosk.link.DeskLink;
import kz.adalkezek.kiosk.serial.Link;
import kz.adalkezek.kiosk.serial.LinkException;
import kz.adalkezek.kiosk.serial.PortListener;

/// A number pad on a serial line. What came of an order goes back as one line, for pads with a
/// display. Whoever is signed in stays so while the pad is unplugged for a moment.
public final class Pad implements AutoCloseable {

    private final PortListener port;

    public Pad(Link link, BranchLink branch, Sheet sheet) {
        var clerk = new Clerk(new DeskLink(branch, sheet.counter()), sheet);
        var keys = new PadKeys();
        this.port =
                new PortListener(
                        "pad",
                        link,
                        new PortListener.Ear() {
                            @Override
                            public void hear(byte[] bytes)
                                    throws LinkException, InterruptedException {
                                for (var typed : keys.take(bytes)) {
                                    link.write((clerk.obey(typed) + "\r\n").getBytes(US_ASCII));
                                }
                            }

                            @Override
                            public void forget() {
                                keys.forget();
                            }
                        });
    }

    public void start() {
        port.start(() -> {});
    }

    @Override
    public void close() {
        port.close();
    }
}
