package kz.adalkezek.kiosk.sim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The paper of a simulated printer: what hangs out of it, and the pieces cut off.
final class PaperRoll {

    /// The knife sits this far behind the line being printed.
    static final int KNIFE_DOTS = 100;

    static final int KEPT_PIECES = 50;

    private static final int ENDLESS = Integer.MAX_VALUE;

    private final int widthDots;
    private final List<byte[]> hanging = new ArrayList<>();
    private final Deque<CutPaper> pieces = new ArrayDeque<>();
    private long cuts;
    private int leftDots = ENDLESS;

    PaperRoll(int widthDots) {
        this.widthDots = widthDots;
        begin();
    }

    boolean isOut() {
        return leftDots == 0;
    }

    void endAfter(int dots) {
        leftDots = dots;
    }

    /// Takes the end of the old paper out and puts an endless roll in.
    void load() {
        if (hanging.stream().anyMatch(PaperRoll::hasInk)) {
            keep(true, hanging.size());
        }
        hanging.clear();
        begin();
        leftDots = ENDLESS;
    }

    /// @param row as wide as the paper
    void print(byte[] row) {
        hanging.add(row);
        if (leftDots != ENDLESS) {
            leftDots--;
        }
    }

    void cut() {
        keep(false, hanging.size() - KNIFE_DOTS);
    }

    List<CutPaper> pieces() {
        return List.copyOf(pieces);
    }

    CutPaper hanging() {
        return new CutPaper(cuts + 1, true, widthDots, hanging.toArray(byte[][]::new));
    }

    private void begin() {
        for (int i = 0; i < KNIFE_DOTS; i++) {
            hanging.add(new byte[widthDots / Byte.SIZE]);
        }
    }

    private void keep(boolean torn, int length) {
        var piece = hanging.subList(0, length);
        pieces.addLast(new CutPaper(++cuts, torn, widthDots, piece.toArray(byte[][]::new)));
        piece.clear();
        if (pieces.size() > KEPT_PIECES) {
            pieces.removeFirst();
        }
    }

    private static boolean hasInk(byte[] row) {
        for (byte dots : row) {
            if (dots != 0) {
                return true;
            }
        }
        return false;
    }
}
