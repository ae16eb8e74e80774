package kz.adalkezek.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.adalkezek.clocks.Clocks;
import kz.adalkezek.clocks.VisitClocks;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.StrictJson;
import kz.adalkezek.queue.TicketNumber;
import kz.adalkezek.queue.Visit;
import kz.adalkezek.queue.Visit.Stage;
import kz.adalkezek.queue.VisitId;

/// What happened to one visit, and who went before it, in the order of the log.
final class Story {

    private final VisitId visit;
    private final TicketNumber number;
    private final LocalDate day;
    private final List<Step> steps = new ArrayList<>();

    /// Its calls, and those that overtook it.
    private final Set<Long> calls = new HashSet<>();

    private final Set<Long> overtakenBy = new HashSet<>();
    private Optional<Instant> parkedUntil = Optional.empty();
    private Optional<VisitClocks> clocks = Optional.empty();
    private Stage stage = new Stage.Reserved();

    /// @param index of the entry; nothing where time alone brought it about
    record Step(Optional<Long> index, Instant at, String sentence) {}

    Story(VisitId visit, TicketNumber number, LocalDate day) {
        this.visit = visit;
        this.number = number;
        this.day = day;
    }

    void read(Entry entry, Line after, Clocks now) {
        returns(entry.at());
        if (concerns(entry)) {
            step(entry, StoryWords.of(entry, visit, after));
        }
        Overtakings.of(day, entry, after).ifPresent(this::overtaken);
        if (entry.event() instanceof Event.CallWithdrawn withdrawn
                && overtakenBy.contains(withdrawn.call())) {
            step(
                    entry,
                    "the call of entry "
                            + withdrawn.call()
                            + " was taken back: nobody went before it");
        }
        clocks = now.visit(visit);
        stage = after.people().visit(visit).map(Visit::stage).orElse(stage);
        parkedUntil = stage instanceof Stage.Parked(var until) ? until : Optional.empty();
    }

    /// Its return time makes it wait again without an entry.
    private void returns(Instant now) {
        parkedUntil
                .filter(until -> !until.isAfter(now))
                .map(at -> new Step(Optional.empty(), at, "its return time came: it waits again"))
                .ifPresent(steps::add);
    }

    private boolean concerns(Entry entry) {
        return switch (entry.event()) {
            case Event.TicketIssued _ -> entry.index() == visit.index();
            case Event.CallMade call when call.visit().equals(visit) -> calls.add(entry.index());
            case Event.CallRepeated call when call.visit().equals(visit) ->
                    calls.add(entry.index());
            case Event.CallShown(var call, _) -> calls.contains(call);
            case Event.CallWithdrawn(_, _, _, Event.Previous.Was(var before))
                    when before.equals(visit) ->
                    true;
            case Event.DeskTaken(var desk, _, _) -> isAt(desk);
            default -> {
                var named = StrictJson.read(EventCodec.encode(entry)).get("visit");
                yield Long.valueOf(visit.index()).equals(named);
            }
        };
    }

    private boolean isAt(DeskId desk) {
        return switch (stage) {
            case Stage.Called(var there, _) -> there.equals(desk);
            case Stage.Serving(var there) -> there.equals(desk);
            default -> false;
        };
    }

    private void overtaken(Overtaking overtaking) {
        overtaking.overtaken().stream()
                .filter(one -> one.visit().equals(visit))
                .findFirst()
                .ifPresent(one -> {
                    overtakenBy.add(overtaking.index());
                    var sentence = StoryWords.of(overtaking, one.overtakenByLaw());
                    steps.add(new Step(Optional.of(overtaking.index()), overtaking.at(), sentence));
                });
    }

    private void step(Entry entry, String sentence) {
        steps.add(new Step(Optional.of(entry.index()), entry.at(), sentence));
    }

    VisitId visit() {
        return visit;
    }

    TicketNumber number() {
        return number;
    }

    LocalDate day() {
        return day;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /// As they stand at the last entry of the day that was read.
    VisitClocks clocks() {
        return clocks.orElseThrow();
    }
}
