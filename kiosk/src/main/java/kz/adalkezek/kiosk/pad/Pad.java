package kz.adalkezek.kiosk.pad;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import kz.adalkezek.kiosk.link.BranchLink;
import kz.adalkezek.kiosk.link.DeskLink;
import kz.adalkezek.kiosk.serial.Link;
import kz.adalkezek.kiosk.serial.LinkException;

/// A number pad on a serial line, with the thread that alone reads and writes it. What came of an
/// order goes back as one line, for pads with a display. Whoever is signed in stays so while the
/// pad is unplugged for a moment.
public final class Pad implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("kezek.pad");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(60);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(500);
    private static final Duration LAST_BACK_OFF = Duration.ofSeconds(8);

    private final Link link;
    private final Clerk clerk;
    private final PadKeys keys = new PadKeys();
    private final Thread thread = Thread.ofVirtual().name("pad").unstarted(this::run);
    private String lastFault = "";

    public Pad(Link link, BranchLink branch, Sheet sheet) {
        this.link = link;
        this.clerk = new Clerk(new DeskLink(branch, sheet.counter()), sheet);
    }

    public void start() {
        thread.start();
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
                    look();
                    fault("");
                    backOff = FIRST_BACK_OFF;
                    TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
                } catch (LinkException e) {
                    keys.forget();
                    fault(String.valueOf(e.getMessage()));
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

    private void look() throws LinkException, InterruptedException {
        for (var typed : keys.take(link.read(Duration.ZERO))) {
            link.write((clerk.obey(typed) + "\r\n").getBytes(US_ASCII));
        }
    }

    /// Each kind of fault is logged once; nothing that was typed is.
    private void fault(String why) {
        if (!why.equals(lastFault)) {
            lastFault = why;
            LOG.log(
                    why.isEmpty() ? Level.INFO : Level.WARNING,
                    why.isEmpty() ? "the pad is there: {0}" : "no pad at {0}: {1}",
                    link.name(),
                    why);
        }
    }
}
