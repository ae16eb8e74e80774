package kz.adalkezek.kiosk.sim;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A simulated printer without its cable: bytes in, paper and answers out. For one thread at a
/// time. While it is off-line it keeps what it receives and prints it later, as real ones do.
final class Mechanism {

    static final int RECEIVE_BUFFER_BYTES = 1 << 18;
    static final int KEPT_ERRORS = 100;

    private static final String MAKER = "ADAL";
    private static final String MODEL = "SIM";

    private final RealTime realTime = new RealTime();
    private final LetterTables letters;
    private final QrStore code = new QrStore();
    private final OrderParser parser;
    private final PrintHead head;
    private final PaperRoll roll;
    private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    private final Deque<Byte> received = new ArrayDeque<>();
    private final List<String> errors = new ArrayList<>();
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private int page;
    private boolean cutWaits;
    private boolean cutterError;
    private Make make = Make.EPSON;
    private boolean tellsChanges;
    private @Nullable Condition lastTold;

    Mechanism(int widthDots) {
        this(widthDots, LetterTables.EPSON);
    }

    Mechanism(int widthDots, Map<Integer, String> pages) {
        this.letters = new LetterTables(pages);
        this.parser = new OrderParser(widthDots, letters.numbers());
        this.head = new PrintHead(widthDots);
        this.roll = new PaperRoll(widthDots);
    }

    PaperRoll roll() {
        return roll;
    }

    Set<Fault> faults() {
        return Set.copyOf(faults);
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    void make(Make make) {
        this.make = make;
        tellsChanges = false;
    }

    /// What it has to say since the last call.
    byte[] takeAnswers() {
        byte[] bytes = answers.toByteArray();
        answers.reset();
        return bytes;
    }

    void set(Fault fault, boolean on) {
        boolean changed = on ? faults.add(fault) : faults.remove(fault);
        if (changed && fault == Fault.PAPER_OUT) {
            if (on) {
                roll.endAfter(0);
            } else {
                roll.load();
            }
        }
        work();
    }

    void endPaperAfter(int dots) {
        roll.endAfter(dots);
        noteEndOfPaper();
        tellChange();
    }

    void receive(byte[] bytes) {
        for (byte next : bytes) {
            if (received.size() == RECEIVE_BUFFER_BYTES) {
                error("the receive buffer ran over");
                return;
            }
            received.add(next);
            realTime.push(next).ifPresent(this::obey);
        }
        work();
    }

    boolean isOffline() {
        return roll.isOut() || cutterError || faults.contains(Fault.COVER_OPEN);
    }

    private void obey(RealTime.Request request) {
        switch (request) {
            case RealTime.Request.Status(int which) -> answerStatus(which);
            case RealTime.Request.Whole _ -> {
                if (make == Make.CUSTOM) {
                    answer(condition().whole());
                }
            }
            case RealTime.Request.Recover(boolean forget) -> {
                if (cutterError && !faults.contains(Fault.CUTTER_JAM)) {
                    cutterError = false;
                    if (forget) {
                        forget();
                    }
                }
            }
            case RealTime.Request.Forget _ -> {
                forget();
                answer(0x37, 0x25, 0);
            }
        }
    }

    private void forget() {
        received.clear();
        parser.reset();
        head.forget();
        cutWaits = false;
    }

    private void work() {
        workOff();
        tellChange();
    }

    private void workOff() {
        while (!isOffline()) {
            if (!head.isIdle()) {
                roll.print(head.take());
                noteEndOfPaper();
            } else if (cutWaits) {
                cutWaits = false;
                cut();
            } else if (!received.isEmpty()) {
                parser.push(received.removeFirst()).ifPresent(this::execute);
            } else {
                return;
            }
        }
    }

    private void noteEndOfPaper() {
        if (roll.isOut()) {
            faults.add(Fault.PAPER_OUT);
        }
    }

    private void cut() {
        if (faults.contains(Fault.CUTTER_JAM)) {
            cutterError = true;
            cutWaits = true;
        } else {
            roll.cut();
        }
    }

    private void execute(Order order) {
        switch (order) {
            case Order.Initialize _ -> {
                head.initialize();
                tellsChanges = false;
                page = 0;
            }
            case Order.Letter(int code) -> letter(code);
            case Order.SelectPage(int number) -> page = number;
            case Order.SelectFont(boolean small) -> head.line().small(small);
            case Order.Reverse(boolean on) -> head.line().reverse(on);
            case Order.Mode mode -> head.line().mode(mode);
            case Order.QrModule(int dots) -> code.moduleDots(dots);
            case Order.QrLevel(int level) -> code.level(level);
            case Order.QrContent(String bytes) -> code.content(bytes);
            case Order.QrPrint _ -> qr();
            case Order.LineFeed _ -> head.lineFeed();
            case Order.Align(int side) -> head.align(side);
            case Order.Bold(boolean on) -> head.line().bold(on);
            case Order.Underline(boolean on) -> head.line().underline(on);
            case Order.Size(int across, int down) -> head.line().size(across, down);
            case Order.LineSpacing(int dots) -> head.spacing(dots);
            case Order.FeedLines(int lines) -> {
                for (int i = 0; i < lines; i++) {
                    head.lineFeed();
                }
            }
            case Order.FeedDots(int dots) -> head.feed(dots);
            case Order.Raster raster -> raster(raster);
            case Order.Cut(boolean pastKnife, int feedDots) -> {
                head.feed(pastKnife ? PaperRoll.KNIFE_DOTS + feedDots : 0);
                cutWaits = true;
            }
            case Order.TellPaper _ -> tellPaper();
            case Order.TellChanges(int mask) -> tellChanges(mask);
            case Order.TellIdentity(int which) -> tellIdentity(which);
            case Order.Nothing _ -> {}
            case Order.Wrong(String why) -> error(why);
        }
    }

    private void letter(int code) {
        // A page 0 that is not named has ASCII alone.
        var sign = code < 0x80 ? OptionalInt.of(code) : letters.sign(page, code);
        if (sign.isPresent()) {
            head.letter((char) sign.getAsInt());
        } else {
            error("page %d has no sign %02X".formatted(page, code));
        }
    }

    private void qr() {
        try {
            if (!head.line().isEmpty()) {
                error("a code in the middle of a line of text");
            } else if (!head.code(code.modules(), code.moduleDots())) {
                error("a code wider than the paper");
            }
        } catch (QrStore.QrException e) {
            error(String.valueOf(e.getMessage()));
        }
    }

    private void raster(Order.Raster raster) {
        if (head.line().isEmpty()) {
            head.raster(raster);
        } else {
            error("a picture in the middle of a line of text");
        }
    }

    private Condition condition() {
        return new Condition(
                isOffline(),
                faults.contains(Fault.COVER_OPEN),
                roll.isOut(),
                faults.contains(Fault.PAPER_LOW),
                cutterError);
    }

    private void answerStatus(int which) {
        switch (make) {
            case EPSON -> answer(condition().status(which));
            case CLONE -> answerClone(which);
            case CUSTOM -> {}
        }
    }

    private void answerClone(int which) {
        if (which == 1 || which == 4) {
            answer(condition().status(which));
        }
    }

    /// Each change once, and not the same again.
    private void tellChange() {
        var now = condition();
        if (tellsChanges && !now.equals(lastTold)) {
            lastTold = now;
            answer(now.unasked());
        }
    }

    private void tellChanges(int mask) {
        if (make == Make.EPSON) {
            tellsChanges = mask != 0;
            lastTold = null;
        }
    }

    private void tellPaper() {
        if (make == Make.EPSON) {
            answer(faults.contains(Fault.PAPER_LOW) ? 0x03 : 0);
        }
    }

    private void tellIdentity(int which) {
        if (make != Make.EPSON) {
            return;
        }
        switch (which) {
            case 1, 2, 3, '1', '2', '3' -> answer(0x02);
            case 66 -> answerBlock(MAKER);
            case 67 -> answerBlock(MODEL);
            case 65, 68, 69 -> answerBlock("0");
            default -> error("printer id " + which + " does not exist");
        }
    }

    private void answerBlock(String text) {
        answer('_');
        answers.writeBytes(faults.contains(Fault.SILENT) ? new byte[0] : text.getBytes(US_ASCII));
        answer(0);
    }

    private void answer(int... bytes) {
        for (int next : bytes) {
            if (!faults.contains(Fault.SILENT)) {
                answers.write(next);
            }
        }
    }

    private void error(String why) {
        if (errors.size() < KEPT_ERRORS) {
            errors.add(why);
        }
    }
}
