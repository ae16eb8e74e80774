package kz.adalkezek.kiosk.errand;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kz.adalkezek.queue.RequestId;

/// The errand that is on the screen: its stage, and what the citizen has said about it. The road
/// moves it on, pages speak to it; this is where they meet. Holds no lock while others are called,
/// except for the listener, which must not block.
final class Course {

    private final Kept begun;
    private final boolean resumed;
    private final Runnable onChange;

    /// Guarded by this, as all below.
    private Errand errand;

    private Optional<Word> word = Optional.empty();
    private boolean acknowledged;
    private boolean ended;

    /// @param resumed whether an earlier process began it
    Course(Kept begun, boolean resumed, Runnable onChange) {
        this.begun = begun;
        this.resumed = resumed;
        this.onChange = onChange;
        var first =
                begun.answer()
                        .<Stage>map(ticket ->
                                new Stage.OnScreen(new Given.ByBranch(ticket), Why.SILENT))
                        .orElseGet(() -> new Stage.Asking(false));
        this.errand = begun.errand(first);
    }

    /// As the outbox knew it when this began.
    Kept begun() {
        return begun;
    }

    /// Whether an earlier process began it, and may have asked the branch.
    boolean isResumed() {
        return resumed;
    }

    synchronized Errand errand() {
        return errand;
    }

    RequestId request() {
        return begun.request();
    }

    /// Whether nobody waits for anything more, so that the next citizen may touch.
    synchronized boolean isOver() {
        return acknowledged
                || switch (errand.stage()) {
                    case Stage.Asking _, Stage.Printing _, Stage.OnScreen _ -> false;
                    case Stage.Printed _,
                            Stage.Handed _,
                            Stage.Refused _,
                            Stage.Unanswered _,
                            Stage.Distrusted _ ->
                            true;
                };
    }

    /// Goes to the next stage.
    ///
    /// @return false if this has been ended meanwhile; then it stays where it was
    synchronized boolean become(Stage next) {
        if (ended) {
            return false;
        }
        errand = errand.at(next);
        notifyAll();
        onChange.run();
        return true;
    }

    /// The branch has answered the hand-over.
    synchronized void handed() {
        switch (errand.stage()) {
            case Stage.Printed(var ticket) -> become(new Stage.Handed(ticket, Optional.empty()));
            case Stage.OnScreen(var ticket, var why) ->
                    become(new Stage.Handed(ticket, Optional.of(why)));
            case Stage.Asking _,
                    Stage.Printing _,
                    Stage.Handed _,
                    Stage.Refused _,
                    Stage.Unanswered _,
                    Stage.Distrusted _ -> {}
        }
    }

    /// @return whether this has a meaning at the stage it is at
    synchronized boolean says(Word said) {
        boolean meant =
                switch (errand.stage()) {
                    case Stage.Asking _ -> said == Word.GIVE_UP;
                    case Stage.Printing _ -> said == Word.REPRINT;
                    case Stage.OnScreen _ ->
                            acknowledged
                                    ? said == Word.HAD || said == Word.DONE
                                    : said == Word.HAD || said == Word.REPRINT;
                    case Stage.Handed _ -> said == Word.HAD || said == Word.DONE;
                    case Stage.Printed _, Stage.Refused _, Stage.Unanswered _, Stage.Distrusted _ ->
                            said == Word.DONE;
                };
        if (meant && !(errand.stage() instanceof Stage.Printing)) {
            word = Optional.of(said);
            acknowledged |= said == Word.HAD;
            notifyAll();
        }
        return meant;
    }

    /// Waits for the next word. Nothing when the time is over or this is ended.
    synchronized Optional<Word> await(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (word.isEmpty() && !ended) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return Optional.empty();
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        var heard = word;
        word = Optional.empty();
        return heard;
    }

    /// Says that it takes long, if it still asks after that time.
    synchronized void markLate(Duration after) throws InterruptedException {
        long deadline = System.nanoTime() + after.toNanos();
        while (errand.stage() instanceof Stage.Asking && !ended) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                become(new Stage.Asking(true));
                return;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    synchronized boolean isEnded() {
        return ended;
    }

    /// Frees whoever waits here; nothing changes any more.
    synchronized void end() {
        ended = true;
        notifyAll();
    }
}
