package kz.adalkezek.server.play;

import java.util.Set;
import java.util.function.Consumer;

/// Which noes of a branch are part of life, because somebody else was quicker, and which should not
/// have come. Those are said aloud.
final class Surprises {

    /// After so many only the number grows.
    private static final int SAID_MAX = 20;

    /// Of all that is done at a desk: somebody else may have taken it over, or closed the day.
    private static final Set<String> AT_ANY_DESK =
            Set.of("desk-not-open", "desk-of-another", "day-not-open", "nothing-called");

    private static final Set<String> GONE_BEFORE =
            Set.of("visit-not-waiting", "visit-unknown", "day-not-open");

    private final Consumer<String> loud;
    private long count;

    /// @param loud where they are said
    Surprises(Consumer<String> loud) {
        this.loud = loud;
    }

    /// A branch said no.
    void refused(Deed deed, Wire.Answer answer) {
        boolean life =
                (deed instanceof Deed.AtDesk && AT_ANY_DESK.contains(answer.code()))
                        || life(deed).contains(answer.code());
        if (!life) {
            said(deed + " was answered " + answer);
        }
    }

    void refusedTicket(Wire.Answer answer) {
        if (!Set.of("hall-full", "kiosk-too-fast", "day-not-open").contains(answer.code())) {
            said("a touch at a kiosk was answered " + answer);
        }
    }

    void said(String what) {
        count++;
        if (count <= SAID_MAX) {
            loud.accept("not expected: " + what);
        }
    }

    long count() {
        return count;
    }

    private static Set<String> life(Deed deed) {
        return switch (deed) {
            case Deed.Leave _, Deed.AskMoreTime _, Deed.SayComing _ -> GONE_BEFORE;
            case Deed.Hand _ -> Set.of("visit-unknown", "day-not-open");
            case Deed.ComeBack _, Deed.Return _ ->
                    Set.of("return-too-late", "return-used", "visit-not-missed", "visit-unknown");
            case Deed.Rate _ -> Set.of("visit-not-finished", "rated-already", "visit-unknown");
            case Deed.Open _ -> Set.of("counter-taken");
            case Deed.CallNext _ -> Set.of("undo-pause");
            case Deed.CallNamed _ ->
                    Set.of(
                            "visit-not-waiting",
                            "number-unknown",
                            "group-not-served",
                            "held-elsewhere",
                            "undo-pause");
            case Deed.Undo _ -> Set.of("undo-too-late", "undo-used", "undo-previous-moved");
            case Deed.Recall _ -> Set.of("recall-too-soon");
            case Deed.NoShow _ -> Set.of("no-show-too-soon");
            case Deed.Unpark _ -> Set.of("visit-not-parked", "number-unknown");
            case Deed.ServeDirect _ -> Set.of("undo-pause");
            case Deed.Add _ -> Set.of("too-many-legs");
            case Deed.TakeOver _ -> Set.of("operator-has-desk");
            case Deed.Ground _,
                    Deed.Start _,
                    Deed.Finish _,
                    Deed.Park _,
                    Deed.HandOn _,
                    Deed.AskPaper _,
                    Deed.Pause _,
                    Deed.Resume _,
                    Deed.Close _ ->
                    Set.of();
        };
    }
}
