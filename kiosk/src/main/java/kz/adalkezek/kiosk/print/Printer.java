package kz.adalkezek.kiosk.print;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import kz.adalkezek.kiosk.serial.Link;
import kz.adalkezek.kiosk.serial.LinkException;

/// A thermal printer that is asked before and after each ticket. Safe for several threads; a
/// question for the status waits while a ticket is going out, since a request inside a picture
/// would be obeyed there.
public final class Printer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("kezek.print");

    /// Paper for the longest ticket comes out sooner at 50 mm a second.
    private static final Duration PAPER_PATIENCE = Duration.ofSeconds(15);

    /// For a printer that gives no sign in order: by then a ticket is out.
    private static final Duration BLIND_PATIENCE = Duration.ofSeconds(4);

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);
    private static final Duration IN_ORDER_PATIENCE = Duration.ofMillis(300);

    /// DLE DC4 8: forget all that was received and not printed.
    private static final byte[] CLEAR = {0x10, 0x14, 8, 1, 3, 0x14, 1, 6, 2, 8};

    /// DLE ENQ 2: try the knife again, without what was left.
    private static final byte[] RECOVER = {0x10, 0x05, 2};

    /// ESC @ and a cut behind whatever hangs out.
    private static final byte[] CUT_OFF = {0x1B, 0x40, 0x1D, 0x56, 0x42, 0};

    private final Link link;
    private final Optional<String> profile;
    private final Runnable onCut;
    private final StatusDialogue dialogue;
    private final ReentrantLock turn = new ReentrantLock();

    /// A part of a ticket may be in the printer and would come out before the next.
    private boolean leftovers;

    /// A program before this one may have ended in the middle of a picture.
    private boolean cleared;

    /// Whether it was asked for its name since the line is there.
    private boolean greeted;

    /// @param profile of the make that is said to be there
    /// @param onCut told of each paper that the knife has cut, as far as the printer lets that be
    ///   known; must not throw
    public Printer(Link link, Profile profile, Runnable onCut) {
        this(link, profile.status(), Optional.of(profile.name()), onCut);
    }

    /// Of a make that nobody has named.
    public Printer(Link link, StatusDialect dialect, Runnable onCut) {
        this(link, dialect, Optional.empty(), onCut);
    }

    private Printer(Link link, StatusDialect dialect, Optional<String> profile, Runnable onCut) {
        this.link = link;
        this.profile = profile;
        this.onCut = onCut;
        this.dialogue = new StatusDialogue(link, dialect);
    }

    /// Asks now. Takes up to two seconds when the printer is silent.
    public PrinterStatus status() {
        turn.lock();
        try {
            var status = firstStatus();
            if (status instanceof PrinterStatus.Ready) {
                greet();
            }
            return status;
        } catch (LinkException e) {
            return new PrinterStatus.Trouble(unreachable(e));
        } finally {
            turn.unlock();
        }
    }

    /// What has changed since somebody asked, without asking: what the printer says by itself, and
    /// whether its line still is there. Takes no time; nothing while a ticket goes out.
    public Optional<PrinterStatus> unasked() {
        if (!turn.tryLock()) {
            return Optional.empty();
        }
        try {
            return dialogue.unasked();
        } catch (LinkException e) {
            return Optional.of(new PrinterStatus.Trouble(unreachable(e)));
        } finally {
            turn.unlock();
        }
    }

    /// Whether changes are heard by [#unasked], so that asking is needed less.
    public boolean speaksUnasked() {
        return dialogue.speaksUnasked();
    }

    /// A wrong profile prints wrong letters, which nobody at the kiosk can read as a cause.
    private void compare(String name) {
        LOG.log(Level.INFO, "{0} calls itself {1}", link.name(), name);
        profile.filter(it -> PrinterNames.isOther(it, name))
                .ifPresent(it ->
                        LOG.log(
                                Level.WARNING,
                                "{0} calls itself {1}, and its profile is of a {2}: print a test"
                                        + " ticket and choose the profile whose letters are right",
                                link.name(),
                                name,
                                it));
    }

    /// Prints the bytes of one ticket, once, and says what became of it. Whatever the end, no part
    /// of this ticket comes out later, if the printer obeys.
    public Printing print(byte[] ticket) {
        turn.lock();
        try {
            var outcome =
                    switch (firstStatus()) {
                        case PrinterStatus.Trouble(var why) -> why;
                        case PrinterStatus.Unknown _ -> blindly(ticket);
                        case PrinterStatus.Ready _ -> watched(ticket);
                    };
            if (outcome instanceof Printing.Printed) {
                onCut.run();
            }
            return outcome;
        } catch (LinkException e) {
            return unreachable(e);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        link.close();
    }

    /// Nothing of a ticket is on the way, so a line that broke since the last time may be tried
    /// again at once.
    private PrinterStatus firstStatus() throws LinkException {
        try {
            return freshStatus();
        } catch (LinkException _) {
            dialogue.forget();
            return freshStatus();
        }
    }

    /// Behind `ESC @` and a power switch a printer has forgotten that it was to speak unasked.
    private void greet() throws LinkException {
        if (!greeted) {
            greeted = true;
            dialogue.name().ifPresent(this::compare);
        }
        dialogue.askForChanges();
    }

    private PrinterStatus freshStatus() throws LinkException {
        if (leftovers || !cleared) {
            link.write(CLEAR);
            // The printer confirms with three bytes, which are no answers to what is asked next.
            link.read(IN_ORDER_PATIENCE);
            cleared = true;
        }
        dialogue.drain();
        var status = dialogue.status();
        if (status instanceof PrinterStatus.Trouble(Printing.Jammed _)) {
            link.write(RECOVER);
            status = dialogue.status();
        }
        if (leftovers && !(status instanceof PrinterStatus.Trouble)) {
            // Half a ticket that hangs out must not become the head of the next person's.
            link.write(CUT_OFF);
            onCut.run();
            leftovers = false;
        }
        return status;
    }

    /// For a printer that says nothing about itself.
    private Printing blindly(byte[] ticket) {
        return send(ticket) instanceof Sent.Broken(var why) ? why : new Printing.Unknown();
    }

    private Printing watched(byte[] ticket) throws LinkException {
        boolean answersInOrder = answersInOrder();
        if (send(ticket) instanceof Sent.Broken(var why)) {
            return why;
        }
        try {
            dialogue.catchUp();
            if (answersInOrder) {
                dialogue.askInOrder();
            }
            return confirmation(answersInOrder, link.carries(ticket.length));
        } catch (LinkException e) {
            leftovers = true;
            return afterBreak(e);
        }
    }

    private boolean answersInOrder() throws LinkException {
        if (!dialogue.answersInOrder()) {
            return false;
        }
        dialogue.askInOrder();
        return dialogue.heardInOrder(IN_ORDER_PATIENCE);
    }

    private sealed interface Sent {
        record Whole() implements Sent {}

        record Broken(Printing why) implements Sent {}
    }

    private Sent send(byte[] ticket) {
        try {
            link.write(ticket);
            return new Sent.Whole();
        } catch (LinkException e) {
            leftovers = true;
            return new Sent.Broken(afterBreak(e));
        }
    }

    /// Part of the ticket may be on paper, part in the printer: asks once, prints nothing again.
    private Printing afterBreak(LinkException broken) {
        try {
            return freshStatus() instanceof PrinterStatus.Trouble(var why)
                    ? why
                    : new Printing.Unknown();
        } catch (LinkException _) {
            return unreachable(broken);
        }
    }

    /// @param line how long the ticket may still be on its way
    private Printing confirmation(boolean inOrder, Duration line) throws LinkException {
        var patience = inOrder ? PAPER_PATIENCE : BLIND_PATIENCE;
        long deadline = System.nanoTime() + patience.plus(line).toNanos();
        while (true) {
            boolean passed = inOrder && dialogue.heardInOrder(BETWEEN_QUESTIONS);
            switch (dialogue.status()) {
                case PrinterStatus.Trouble(var why) -> {
                    leftovers = true;
                    freshStatus();
                    return why;
                }
                case PrinterStatus.Ready _ when passed -> {
                    return new Printing.Printed();
                }
                case PrinterStatus.Ready _, PrinterStatus.Unknown _ -> {
                    if (System.nanoTime() > deadline) {
                        leftovers = inOrder;
                        return inOrder ? new Printing.Unknown() : new Printing.Printed();
                    }
                    if (!inOrder) {
                        pause();
                    }
                }
            }
        }
    }

    private static void pause() throws LinkException {
        try {
            TimeUnit.NANOSECONDS.sleep(BETWEEN_QUESTIONS.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkException("interrupted", e);
        }
    }

    private Printing unreachable(LinkException e) {
        dialogue.forget();
        greeted = false;
        return new Printing.Unreachable(link.name(), String.valueOf(e.getMessage()));
    }
}
