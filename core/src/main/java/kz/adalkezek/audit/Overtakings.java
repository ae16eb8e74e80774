package kz.adalkezek.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.audit.Overtaking.Named;
import kz.adalkezek.audit.Overtaking.Why;
import kz.adalkezek.queue.Desk;
import kz.adalkezek.queue.Desk.Work;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Slot;
import kz.adalkezek.queue.Visit;
import kz.adalkezek.queue.VisitId;

/// Every call that went before somebody. It counts all of them and keeps the first, so that no log
/// can fill the memory.
final class Overtakings {

    /// How many overtaken people are kept by name, over all calls.
    static final int NAMED_MAX = 50_000;

    private final List<Overtaking> first = new ArrayList<>();
    private long count;
    private int named;
    private boolean full;

    /// @param after the state once the entry has happened
    void read(LocalDate day, Entry entry, Line after) {
        of(day, entry, after).ifPresent(this::add);
        if (entry.event() instanceof Event.CallWithdrawn withdrawn) {
            takesBack(withdrawn.call());
        }
    }

    /// Whom the entry lets somebody go before; nothing where that is nobody.
    static Optional<Overtaking> of(LocalDate day, Entry entry, Line after) {
        return switch (entry.event()) {
            case Event.CallMade call -> of(day, entry, call, after, overtaken(after, call.desk()));
            case Event.ServiceDirect direct ->
                    of(day, entry, direct, overtaken(after, entry.index()));
            default -> Optional.empty();
        };
    }

    private static Optional<Overtaking> of(
            LocalDate day, Entry entry, Event.CallMade call, Line after, List<Named> overtaken) {
        if (overtaken.isEmpty()) {
            return Optional.empty();
        }
        var slot = slot(after, call);
        return Optional.of(
                new Overtaking(
                        entry.index(),
                        entry.at(),
                        day,
                        call.desk(),
                        Optional.of(named(after, call.visit())),
                        why(call.rule(), slot),
                        slot,
                        call.reason(),
                        overtaken,
                        false));
    }

    private static Optional<Overtaking> of(
            LocalDate day, Entry entry, Event.ServiceDirect direct, List<Named> overtaken) {
        return overtaken.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Overtaking(
                                entry.index(),
                                entry.at(),
                                day,
                                direct.desk(),
                                Optional.empty(),
                                Why.DIRECT,
                                Optional.empty(),
                                direct.reason(),
                                overtaken,
                                false));
    }

    /// What a call in the law's own order was made for, where it is a booking.
    private static Optional<Instant> slot(Line after, Event.CallMade call) {
        return Optional.of(call)
                .filter(made -> made.rule() == Event.Rule.ORDER)
                .flatMap(made -> after.people().visit(made.visit()))
                .flatMap(Visit::keptSlot)
                .map(Slot::at);
    }

    private static Why why(Event.Rule rule, Optional<Instant> slot) {
        return switch (rule) {
            case ORDER -> slot.isPresent() ? Why.BOOKING : Why.BY_LAW;
            case LIMIT -> Why.LIMIT;
            case OVERRIDE -> Why.OVERRIDE;
        };
    }

    private static List<Named> overtaken(Line after, DeskId desk) {
        var work = after.hall().desks().get(desk).map(Desk::work);
        return work.isPresent() && work.get() instanceof Work.Calling(var call)
                ? call.overtaken().stream().map(visit -> named(after, visit)).toList()
                : List.of();
    }

    private static List<Named> overtaken(Line after, long direct) {
        var overtaken = new ArrayList<Named>();
        for (var pair : after.people().visits()) {
            var overtakes = pair.value().overtakes();
            if (!overtakes.isEmpty() && overtakes.getLast().call() == direct) {
                overtaken.add(named(pair.value()));
            }
        }
        return overtaken;
    }

    private static Named named(Line line, VisitId visit) {
        return named(line.people().visit(visit).orElseThrow());
    }

    private static Named named(Visit visit) {
        return new Named(visit.id(), visit.number(), visit.lawfulOvertakes());
    }

    private void add(Overtaking overtaking) {
        count++;
        full |= named + overtaking.overtaken().size() > NAMED_MAX;
        if (!full) {
            named += overtaking.overtaken().size();
            first.add(overtaking);
        }
    }

    /// What came later in the same log.
    void add(Overtakings later) {
        later.first.forEach(this::add);
        count += later.count - later.first.size();
        full |= later.full;
    }

    /// An undo comes some seconds after its call.
    private void takesBack(long call) {
        for (int i = first.size() - 1; i >= 0 && first.get(i).index() >= call; i--) {
            if (first.get(i).index() == call) {
                first.set(i, first.get(i).takenBack());
            }
        }
    }

    /// How many calls and direct services went before somebody, those not kept included.
    long count() {
        return count;
    }

    List<Overtaking> first() {
        return List.copyOf(first);
    }
}
