package kz.adalkezek.kiosk.print;

import java.time.Duration;
import java.util.OptionalInt;
import kz.adalkezek.kiosk.serial.Link;
import kz.adalkezek.kiosk.serial.LinkException;

/// Asks a printer for its status (`DLE EOT`, answered at once) and for a sign that it has worked
/// through everything before (`GS r`, answered in order). The answers differ by bit 4, so that a
/// late one is never taken for the other.
final class StatusDialogue {

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final int MOST_READS = 50;

    /// Answers to DLE EOT are 0xx1xx10 in bits.
    private static final int FIXED_BITS = 0x93;

    private static final int FIXED_VALUE = 0x12;

    private static final int PRINTER = 1;
    private static final int OFFLINE = 1 << 3;
    private static final int CAUSE = 2;
    private static final int COVER = 1 << 2;
    private static final int PAPER_STOP = 1 << 5;
    private static final int ERROR = 1 << 6;
    private static final int PAPER = 4;
    private static final int PAPER_NEAR_END = 0x0C;
    private static final int PAPER_END = 0x60;

    /// Answers to GS r have bits 4 and 7 off.
    private static final int IN_ORDER_BITS = 0x90;

    private static final byte[] ASK_IN_ORDER = {0x1D, 0x72, 1};

    private final Link link;
    private boolean heardInOrder;

    StatusDialogue(Link link) {
        this.link = link;
    }

    /// Drops what arrived before: an old answer would lie.
    void drain() throws LinkException {
        byte[] old = link.read(Duration.ZERO);
        for (int i = 0; i < MOST_READS && old.length > 0; i++) {
            old = link.read(Duration.ZERO);
        }
        heardInOrder = false;
    }

    void askInOrder() throws LinkException {
        link.write(ASK_IN_ORDER);
    }

    /// Whether the sign asked for by [#askInOrder] has come, waiting up to the patience.
    boolean heardInOrder(Duration patience) throws LinkException {
        if (!heardInOrder) {
            listen(patience, false);
        }
        return heardInOrder;
    }

    PrinterStatus status() throws LinkException {
        var printer = ask(PRINTER);
        if (printer.isEmpty()) {
            // Asking on would take its late answer for the answer to the next question.
            return new PrinterStatus.Unknown();
        }
        if ((printer.getAsInt() & OFFLINE) != 0) {
            return new PrinterStatus.Trouble(cause());
        }
        var paper = ask(PAPER);
        if (paper.isEmpty()) {
            return new PrinterStatus.Unknown();
        }
        return (paper.getAsInt() & PAPER_END) != 0
                ? new PrinterStatus.Trouble(new Printing.OutOfPaper())
                : new PrinterStatus.Ready((paper.getAsInt() & PAPER_NEAR_END) != 0);
    }

    private Printing cause() throws LinkException {
        int cause = ask(CAUSE).orElse(0);
        if ((cause & COVER) != 0) {
            return new Printing.CoverOpen();
        }
        int paper = ask(PAPER).orElse(0);
        if ((cause & PAPER_STOP) != 0 || (paper & PAPER_END) != 0) {
            return new Printing.OutOfPaper();
        }
        return (cause & ERROR) != 0 ? new Printing.Jammed() : new Printing.Offline();
    }

    private OptionalInt ask(int what) throws LinkException {
        link.write(new byte[] {0x10, 0x04, (byte) what});
        return listen(PATIENCE, true);
    }

    /// Listens until the wanted kind of answer comes; anything else that looks like no answer at
    /// all is noise. Within one dialogue answers to DLE EOT come one for one, so the newest is
    /// meant.
    private OptionalInt listen(Duration patience, boolean forStatus) throws LinkException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (int i = 0; i < MOST_READS; i++) {
            long left = Math.max(0, deadline - System.nanoTime());
            byte[] heard = link.read(Duration.ofNanos(left));
            var status = OptionalInt.empty();
            for (byte answer : heard) {
                if ((answer & FIXED_BITS) == FIXED_VALUE) {
                    status = OptionalInt.of(Byte.toUnsignedInt(answer));
                } else if ((answer & IN_ORDER_BITS) == 0) {
                    heardInOrder = true;
                }
            }
            boolean found = forStatus ? status.isPresent() : heardInOrder;
            if (found || heard.length == 0) {
                return status;
            }
        }
        return OptionalInt.empty();
    }
}
