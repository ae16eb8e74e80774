package kz.adalkezek.queue;

import java.time.Instant;
import java.util.Optional;
import kz.adalkezek.queue.Visit.Stage;

/// The visits of the day, and every order in which they are looked up. Only [#with] changes a
/// visit, so that no order can disagree with the visits.
///
/// @param waiting who can be called, by group
/// @param later who will wait without a further event, by when: parked until an instant, or waiting
///   with a claim to come
/// @param reserved visits whose ticket is not handed over yet, by when they were issued
/// @param lastOrdinal the highest number issued of each letter
/// @param waitingCount how many people wait, counted already or later
public record People(
        Sorted<VisitId, Visit> visits,
        Sorted<TicketNumber, VisitId> numbers,
        Sorted<GroupCode, Waiting> waiting,
        Sorted<Rank, VisitId> later,
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
                        later,
                        reserved,
                        lastOrdinal.put(number.letter(), number.ordinal()),
                        waitingCount)
                .with(visit);
    }

    People with(Visit visit) {
        var before = visits.get(visit.id());
        if (before.filter(known -> isOnlyCounted(known, visit)).isPresent()) {
            var group = visit.group();
            var counted = waiting.put(group, waitingIn(group).counted(visit));
            return with(visits.put(visit.id(), visit)).with(counted, later, reserved, waitingCount);
        }
        return before.map(this::out).orElse(this).in(visit);
    }

    /// A call overtakes many at once, and nothing but that number changes.
    private boolean isOnlyCounted(Visit before, Visit visit) {
        return visit.stage() instanceof Stage.Waiting(var since)
                && before.stage().equals(visit.stage())
                && before.group().equals(visit.group())
                && before.fair().equals(visit.fair())
                && !later.has(Rank.of(since, visit.id()));
    }

    /// Everybody whose time has come counts: nobody stands in an order that the choice would have
    /// to pass over.
    People asOf(Instant now) {
        var people = this;
        var next = people.later.first();
        while (next.isPresent() && next.get().key().ms() <= now.toEpochMilli()) {
            var visit = people.known(next.get().value());
            var since = Instant.ofEpochMilli(next.get().key().ms());
            people = people.out(visit).joined(visit.begun(since), since);
            next = people.later.first();
        }
        return people;
    }

    /// Takes a visit out of every order in which it stands.
    private People out(Visit visit) {
        if (visit.stage() instanceof Stage.Reserved) {
            return with(waiting, later, reserved.without(reservedAt(visit)), waitingCount);
        }
        var begins = visit.begins();
        if (begins.isEmpty()) {
            return this;
        }
        int others = waitingCount - (visit.stage() instanceof Stage.Waiting ? 1 : 0);
        var rank = Rank.of(begins.get(), visit.id());
        if (later.has(rank)) {
            return with(waiting, later.without(rank), reserved, others);
        }
        var group = visit.group();
        var left = waitingIn(group).without(visit, begins.get());
        return with(waiting.put(group, left), later, reserved, others);
    }

    private People in(Visit visit) {
        var all = with(visits.put(visit.id(), visit));
        if (visit.stage() instanceof Stage.Reserved) {
            var one = reserved.put(reservedAt(visit), visit.id());
            return all.with(waiting, later, one, waitingCount);
        }
        var begins = visit.begins();
        if (begins.isEmpty()) {
            return all;
        }
        int count = waitingCount + (visit.stage() instanceof Stage.Waiting ? 1 : 0);
        var one = later.put(Rank.of(begins.get(), visit.id()), visit.id());
        return all.with(waiting, one, reserved, count);
    }

    /// A visit that waits can be called from now on.
    private People joined(Visit visit, Instant since) {
        var group = visit.group();
        return with(visits.put(visit.id(), visit))
                .with(
                        waiting.put(group, waitingIn(group).with(visit, since)),
                        later,
                        reserved,
                        waitingCount + 1);
    }

    private static Rank reservedAt(Visit visit) {
        return Rank.of(visit.issued(), visit.id());
    }

    private People with(Sorted<VisitId, Visit> visits) {
        return new People(visits, numbers, waiting, later, reserved, lastOrdinal, waitingCount);
    }

    private People with(
            Sorted<GroupCode, Waiting> waiting,
            Sorted<Rank, VisitId> later,
            Sorted<Rank, VisitId> reserved,
            int waitingCount) {
        return new People(visits, numbers, waiting, later, reserved, lastOrdinal, waitingCount);
    }
}
