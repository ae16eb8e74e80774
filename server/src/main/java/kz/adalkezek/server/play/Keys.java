package kz.adalkezek.server.play;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.server.play.World.Screen;

/// The keys of one desk. Each answers the screen behind it.
final class Keys {

    private static final double COMPLETE = 0.85;
    private static final Code ACCEPTED = new Code("accepted");
    private static final Code INCOMPLETE = new Code("refused-incomplete");
    private static final Code COPIES = new Code("copies-a-document");
    private static final double OUTSIDE_THE_LIST = 0.2;
    private static final String OTHER_PAPER = "Некелік жағдай туралы анықтама";
    private static final Code BY_LAW = new Code("by-law-other");
    private static final Code NO_TICKET = new Code("no-ticket-by-our-fault");

    private final DeskId desk;
    private final World world;
    private final Draw draw;

    Keys(DeskId desk, World world, Draw draw) {
        this.desk = desk;
        this.world = world;
        this.draw = draw;
    }

    Screen screen(Instant now) {
        return world.screen(desk, now);
    }

    Screen open(Instant now) {
        return press(new Deed.Open(desk), now);
    }

    Screen callNext(Instant now) {
        return press(new Deed.CallNext(desk), now);
    }

    Screen undo(Instant now) {
        return press(new Deed.Undo(desk), now);
    }

    Screen recall(Instant now) {
        return press(new Deed.Recall(desk), now);
    }

    Screen noShow(Instant now) {
        return press(new Deed.NoShow(desk), now);
    }

    Screen ground(boolean shown, Instant now) {
        return press(new Deed.Ground(desk, shown), now);
    }

    Screen start(Instant now) {
        return press(new Deed.Start(desk), now);
    }

    Screen finish(Instant now) {
        return press(new Deed.Finish(desk, draw.chance(COMPLETE) ? ACCEPTED : INCOMPLETE), now);
    }

    Screen park(Optional<Duration> back, Instant now) {
        return press(new Deed.Park(desk, COPIES, back), now);
    }

    Screen handOn(GroupCode group, Instant now) {
        return press(new Deed.HandOn(desk, group, false), now);
    }

    Screen add(String service, boolean next, Instant now) {
        return press(new Deed.Add(desk, service, next), now);
    }

    /// @param documents that the catalogue lists for the visit
    Screen asksPaper(List<String> documents, Instant now) {
        boolean listed = !documents.isEmpty() && !draw.chance(OUTSIDE_THE_LIST);
        return press(
                listed
                        ? new Deed.AskPaper(desk, true, draw.oneOf(documents), Code.NONE)
                        : new Deed.AskPaper(desk, false, OTHER_PAPER, BY_LAW),
                now);
    }

    Screen takeOver(Instant now) {
        return press(new Deed.TakeOver(desk), now);
    }

    Screen serveDirect(Instant now) {
        return press(new Deed.ServeDirect(desk, NO_TICKET), now);
    }

    Screen pause(Code reason, Instant now) {
        return press(new Deed.Pause(desk, reason), now);
    }

    Screen resume(Instant now) {
        return press(new Deed.Resume(desk), now);
    }

    Screen close(Instant now) {
        return press(new Deed.Close(desk, Code.NONE), now);
    }

    Screen press(Deed.AtDesk deed, Instant now) {
        return world.does(draw.request(), deed, now);
    }
}
