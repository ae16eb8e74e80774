package kz.adalkezek.queue;

import java.util.Optional;
import kz.adalkezek.queue.Visit.Stage;

/// The visits of the day, and every order in which they are looked up. Only [#with] changes a
/// visit, so that no order can disagree with the visits.
///
/// @param reserved visits whose ticket is not handed over yet, by when they were issued
/// @param lastOrdinal the highest number issued of each letter
public record People(
        Sorted<VisitId, Visit> visits,
        Sorted<TicketNumber, VisitId> numbers,
        Sorted<GroupCode, Waiting> waiting,
        Sorted<Rank, VisitId> reserved,
        Sorted<Character, Integer> lastOrdinal,
        int waitingCount) {

    static final People NOBODY =
            new People(
                    Sorted.empty(),
                    Sorted.empty(),
                    Sorted.empty(),
                    Sorted.empty(),
                    Sorted.empty(),
                    0);

    public Optional<Visit> visit(VisitId id) {
        return visits.get(id);
    }

    public Optional<Visit> visit(TicketNumber number) {
        return numbers.get(number).flatMap(visits::get);
    }

    /// How many people hold a number and are not called yet.
    public int present() {
        return waitingCount + reserved.size();
    }

    /// How many people wait in this group.
    public int waiting(GroupCode group) {
        return waitingIn(group).byFair().size();
    }

    /// How many people who wait in the group of its leg have an earlier fair time.
    public int ahead(Visit visit) {
        return waitingIn(visit.group())
                .byFair()
                .countUpTo(new Rank(visit.fair().toEpochMilli(), visit.id().index() - 1));
    }

    Waiting waitingIn(GroupCode group) {
        return waiting.get(group).orElse(Waiting.NOBODY);
    }

    /// A visit that the log has named before.
    Visit known(VisitId id) {
        return visits.get(id)
                .orElseThrow(() -> new IllegalStateException("no visit " + id.index()));
    }

    People issued(Visit visit) {
        var number = visit.number();
        return new People(
                        visits,
                        numbers.put(number, visit.id()),
                        waiting,
                        reserved,
                        lastOrdinal.put(number.letter(), number.ordinal()),
                        waitingCount)
                .with(visit);
    }

    People with(Visit visit) {
        var before = visits.get(visit.id());
        if (before.isPresent() && before.get().stage().equals(visit.stage())) {
            return sameStage(before.get(), visit);
        }
        return before.map(this::out).orElse(this).in(visit);
    }

    private People sameStage(Visit before, Visit visit) {
        if (!(visit.stage() instanceof Stage.Waiting(var since))) {
            return new People(
                    visits.put(visit.id(), visit),
                    numbers,
                    waiting,
                    reserved,
                    lastOrdinal,
                    waitingCount);
        }
        var group = visit.group();
        var queue =
                before.group().equals(group) && before.fair().equals(visit.fair())
                        ? waiting.put(group, waitingIn(group).counted(visit))
                        : moved(before, visit, since);
        return new People(
                visits.put(visit.id(), visit), numbers, queue, reserved, lastOrdinal, waitingCount);
    }

    private Sorted<GroupCode, Waiting> moved(Visit before, Visit visit, java.time.Instant since) {
        var left = waiting.put(before.group(), waitingIn(before.group()).without(before, since));
        var joined = left.get(visit.group()).orElse(Waiting.NOBODY).with(visit, since);
        return left.put(visit.group(), joined);
    }

    private People out(Visit visit) {
        return switch (visit.stage()) {
            case Stage.Waiting(var since) -> {
                var group = visit.group();
                yield new People(
                        visits,
                        numbers,
                        waiting.put(group, waitingIn(group).without(visit, since)),
                        reserved,
                        lastOrdinal,
                        waitingCount - 1);
            }
            case Stage.Reserved _ ->
                    new People(
                            visits,
                            numbers,
                            waiting,
                            reserved.without(Rank.of(visit.issued(), visit.id())),
                            lastOrdinal,
                            waitingCount);
            case Stage.Called _,
                    Stage.Serving _,
                    Stage.Unanswered _,
                    Stage.Voided _,
                    Stage.Left _,
                    Stage.Finished _ ->
                    this;
        };
    }

    private People in(Visit visit) {
        var all = visits.put(visit.id(), visit);
        return switch (visit.stage()) {
            case Stage.Waiting(var since) -> {
                var group = visit.group();
                yield new People(
                        all,
                        numbers,
                        waiting.put(group, waitingIn(group).with(visit, since)),
                        reserved,
                        lastOrdinal,
                        waitingCount + 1);
            }
            case Stage.Reserved _ ->
                    new People(
                            all,
                            numbers,
                            waiting,
                            reserved.put(Rank.of(visit.issued(), visit.id()), visit.id()),
                            lastOrdinal,
                            waitingCount);
            case Stage.Called _,
                    Stage.Serving _,
                    Stage.Unanswered _,
                    Stage.Voided _,
                    Stage.Left _,
                    Stage.Finished _ ->
                    new People(all, numbers, waiting, reserved, lastOrdinal, waitingCount);
        };
    }
}
