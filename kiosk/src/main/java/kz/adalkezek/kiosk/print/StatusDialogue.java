package kz.adalkezek.kiosk.print;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kz.adalkezek.kiosk.serial.Link;
import kz.adalkezek.kiosk.serial.LinkException;

/// Asks a printer in its dialect how it is, and whether it has worked through everything before.
/// Answers come in the order of the questions: one that was not answered in time is still owed, and
/// its late answer is never taken for that to the next question.
final class StatusDialogue {

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final int MOST_READS = 50;

    /// What has not come by then is lost.
    private static final Duration LOST_AFTER = Duration.ofSeconds(3);

    private static final int PRINTER = 1;
    private static final int CAUSE = 2;
    private static final int PAPER = 4;
    private static final int WHOLE = 20;
    private static final byte[] ASK_IN_ORDER = {0x1D, 0x72, 1};

    /// GS a: tell when on-line, error or paper change. Not the drawer, of which there is none.
    private static final byte[] TELL_CHANGES = {0x1D, 0x61, 0x0E};

    private static final byte[] ASK_MAKER = {0x1D, 0x49, 66};
    private static final byte[] ASK_MODEL = {0x1D, 0x49, 67};

    private final Link link;
    private final StatusDialect dialect;
    private final Answers answers;
    private boolean heardInOrder;
    private Optional<PrinterStatus> unasked = Optional.empty();
    private int owed;
    private long askedAtNanos;

    StatusDialogue(Link link, StatusDialect dialect) {
        this.link = link;
        this.dialect = dialect;
        this.answers = new Answers(dialect);
    }

    /// Drops what arrived before: an old answer would lie. Only while the printer has nothing to
    /// do, since an answer that has arrived in part is dropped, too.
    void drain() throws LinkException {
        catchUp();
        answers.reset();
        unasked = Optional.empty();
        if (System.nanoTime() - askedAtNanos > LOST_AFTER.toNanos()) {
            owed = 0;
        }
    }

    /// The line broke: what was on it is gone.
    void forget() {
        answers.reset();
        heardInOrder = false;
        unasked = Optional.empty();
        owed = 0;
    }

    /// Hears what is there; of signs in order, and of answers to questions, it is too late.
    void catchUp() throws LinkException {
        var heard = hear(Duration.ZERO);
        for (int i = 0; i < MOST_READS && heard.isPresent(); i++) {
            for (var answer : heard.get()) {
                owed = Math.max(0, owed - (isToAQuestion(answer) ? 1 : 0));
            }
            heard = hear(Duration.ZERO);
        }
        heardInOrder = false;
    }

    /// What the printer has said unasked since the last call.
    Optional<PrinterStatus> unasked() throws LinkException {
        catchUp();
        var last = unasked;
        unasked = Optional.empty();
        return last;
    }

    /// Lets it speak unasked, if it can. It answers at once with how it is now.
    void askForChanges() throws LinkException {
        if (dialect.speaksUnasked()) {
            link.write(TELL_CHANGES);
        }
    }

    /// Maker and model, where the printer tells them.
    Optional<String> name() throws LinkException {
        if (!dialect.speaksUnasked()) {
            return Optional.empty();
        }
        var maker = name(ASK_MAKER);
        if (maker.isEmpty()) {
            return maker;
        }
        return Optional.of((maker.get() + " " + name(ASK_MODEL).orElse("")).strip());
    }

    boolean speaksUnasked() {
        return dialect.speaksUnasked();
    }

    boolean answersInOrder() {
        return dialect.answersInOrder();
    }

    void askInOrder() throws LinkException {
        heardInOrder = false;
        link.write(ASK_IN_ORDER);
    }

    /// Whether the sign asked for by [#askInOrder] has come, waiting up to the patience.
    boolean heardInOrder(Duration patience) throws LinkException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (int i = 0; i < MOST_READS && !heardInOrder; i++) {
            if (hear(left(deadline)).isEmpty()) {
                break;
            }
        }
        return heardInOrder;
    }

    PrinterStatus status() throws LinkException {
        return switch (dialect) {
            case EPSON, CLONE -> inRealTime();
            case CUSTOM_KPM ->
                    ask(WHOLE).orElse(null) instanceof Answer.Whole whole
                            ? StatusBits.of(whole)
                            : new PrinterStatus.Unknown();
            case SILENT -> new PrinterStatus.Unknown();
        };
    }

    private PrinterStatus inRealTime() throws LinkException {
        var printer = bits(PRINTER);
        if (printer.isEmpty()) {
            return new PrinterStatus.Unknown();
        }
        if (StatusBits.isOffline(printer.getAsInt())) {
            var cause = dialect == StatusDialect.CLONE ? OptionalInt.empty() : bits(CAUSE);
            return new PrinterStatus.Trouble(
                    StatusBits.cause(cause.orElse(0), bits(PAPER).orElse(0)));
        }
        var paper = bits(PAPER);
        return paper.isEmpty() ? new PrinterStatus.Unknown() : StatusBits.paper(paper.getAsInt());
    }

    private OptionalInt bits(int what) throws LinkException {
        return ask(what).orElse(null) instanceof Answer.Status(int bits)
                ? OptionalInt.of(bits)
                : OptionalInt.empty();
    }

    private Optional<Answer> ask(int what) throws LinkException {
        link.write(new byte[] {0x10, 0x04, (byte) what});
        askedAtNanos = System.nanoTime();
        owed++;
        long deadline = askedAtNanos + PATIENCE.toNanos();
        for (int i = 0; i < MOST_READS; i++) {
            var heard = hear(left(deadline));
            if (heard.isEmpty()) {
                break;
            }
            for (var answer : heard.get()) {
                if (isToAQuestion(answer) && --owed == 0) {
                    return Optional.of(answer);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isToAQuestion(Answer answer) {
        return answer instanceof Answer.Status || answer instanceof Answer.Whole;
    }

    private Optional<String> name(byte[] question) throws LinkException {
        link.write(question);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int i = 0; i < MOST_READS; i++) {
            var heard = hear(left(deadline));
            if (heard.isEmpty()) {
                break;
            }
            for (var answer : heard.get()) {
                if (answer instanceof Answer.Name(var text)) {
                    return Optional.of(text);
                }
            }
        }
        return Optional.empty();
    }

    /// @return nothing when no byte came in time; an empty list when there were only parts
    private Optional<List<Answer>> hear(Duration patience) throws LinkException {
        byte[] bytes = link.read(patience);
        if (bytes.length == 0) {
            return Optional.empty();
        }
        var heard = new ArrayList<Answer>();
        for (byte next : bytes) {
            answers.push(next).ifPresent(heard::add);
        }
        for (var answer : heard) {
            switch (answer) {
                case Answer.InOrder _ -> heardInOrder = true;
                case Answer.Unasked change -> unasked = Optional.of(StatusBits.of(change));
                case Answer.Status _, Answer.Name _, Answer.Whole _ -> {}
            }
        }
        return Optional.of(heard);
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }
}
