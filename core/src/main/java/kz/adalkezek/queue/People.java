package kz.adalkezek.queue;

import java.time.Instant;
import java.util.Optional;
import kz.adalkezek.queue.Visit.Stage;

/// The visits of the day, and every order in which they are looked up. Only [#with] changes a
/// visit, so that no order can disagree with the visits.
///
/// @param waiting who can be called, by group
/// @param held who can be called at one counter alone, by counter
/// @param restricted visits of which a leg is restricted to a counter
/// @param later who will wait without a further event, by when: parked until an instant, or waiting
///   with a claim to come
/// @param reserved visits whose ticket is not handed over yet, by when they were issued
/// @param lastOrdinal the highest number issued or leased of each letter
/// @param waitingCount how many people wait, counted already or later
public record People(
        Sorted<VisitId, Visit> visits,
        Sorted<TicketNumber, VisitId> numbers,
        Sorted<GroupCode, Waiting> waiting,
        Sorted<DeskId, Waiting> held,
        Sorted<VisitId, VisitId> restricted,
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

    /// How many people who wait with it, in its group or at its counter, have an earlier fair time.
    public int ahead(Visit visit) {
        return among(visit)
                .byFair()
                .countUpTo(new Rank(visit.fair().toEpochMilli(), visit.id().index() - 1));
    }

    Waiting waitingIn(GroupCode group) {
        return waiting.get(group).orElse(Waiting.NOBODY);
    }

    Waiting heldAt(DeskId desk) {
        return held.get(desk).orElse(Waiting.NOBODY);
    }

    /// Those with whom the visit waits, or would.
    private Waiting among(Visit visit) {
        return visit.only().map(this::heldAt).orElseGet(() -> waitingIn(visit.group()));
    }

    private People put(Visit visit, Waiting changed) {
        return visit.only()
                .map(desk -> with(waiting, held.put(desk, changed)))
                .orElseGet(() -> with(waiting.put(visit.group(), changed), held));
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
                        held,
                        restricted,
                        later,
                        reserved,
                        highest(number.letter(), number.ordinal()),
                        waitingCount)
                .with(visit);
    }

    /// These numbers are a kiosk's: the branch goes on behind them.
    People leased(Block block) {
        return new People(
                visits,
                numbers,
                waiting,
                held,
                restricted,
                later,
                reserved,
                highest(block.letter(), block.to()),
                waitingCount);
    }

    private Sorted<Character, Integer> highest(char letter, int ordinal) {
        int before = lastOrdinal.get(letter).orElse(0);
        return lastOrdinal.put(letter, Math.max(before, ordinal));
    }

    People with(Visit visit) {
        var before = visits.get(visit.id());
        if (before.filter(known -> isOnlyCounted(known, visit)).isPresent()) {
            return known(visit).put(visit, among(visit).counted(visit));
        }
        return before.map(this::out).orElse(this).in(visit);
    }

    /// A call overtakes many at once, and nothing but that number changes.
    private boolean isOnlyCounted(Visit before, Visit visit) {
        return visit.stage() instanceof Stage.Waiting(var since)
                && before.stage().equals(visit.stage())
                && before.legs().equals(visit.legs())
                && before.leg() == visit.leg()
                && before.fair().equals(visit.fair())
                && !later.has(Rank.of(since, visit.id()));
    }

    /// The desk has closed: those who had to wait for it wait in their groups.
    People released(DeskId closed) {
        var people = this;
        for (var pair : restricted) {
            people = people.with(people.known(pair.key()).released(closed));
        }
        return people;
    }

    /// Everybody whose time has come counts: nobody stands in an order that the choice would have
    /// to pass over. Who is back before the own claim waits, and counts from there.
    People asOf(Instant now) {
        var people = this;
        var next = people.later.first();
        while (next.isPresent() && next.get().key().ms() <= now.toEpochMilli()) {
            var visit = people.known(next.get().value());
            var came = Instant.ofEpochMilli(next.get().key().ms());
            var begun = visit.begun(came);
            people =
                    visit.claim().isAfter(came)
                            ? people.with(begun)
                            : people.out(visit).joined(begun, came);
            next = people.later.first();
        }
        return people;
    }

    /// Takes a visit out of every order in which it stands.
    private People out(Visit visit) {
        if (visit.stage() instanceof Stage.Reserved) {
            return with(later, reserved.without(reservedAt(visit)), waitingCount);
        }
        var begins = visit.begins();
        if (begins.isEmpty()) {
            return this;
        }
        int others = waitingCount - (visit.stage() instanceof Stage.Waiting ? 1 : 0);
        var rank = Rank.of(begins.get(), visit.id());
        return later.has(rank)
                ? with(later.without(rank), reserved, others)
                : put(visit, among(visit).without(visit, begins.get()))
                        .with(later, reserved, others);
    }

    private People in(Visit visit) {
        var all = known(visit);
        if (visit.stage() instanceof Stage.Reserved) {
            return all.with(later, reserved.put(reservedAt(visit), visit.id()), waitingCount);
        }
        var begins = visit.begins();
        if (begins.isEmpty()) {
            return all;
        }
        int count = waitingCount + (visit.stage() instanceof Stage.Waiting ? 1 : 0);
        var one = later.put(Rank.of(begins.get(), visit.id()), visit.id());
        return all.with(one, reserved, count);
    }

    /// A visit that waits can be called from now on.
    private People joined(Visit visit, Instant since) {
        return known(visit)
                .put(visit, among(visit).with(visit, since))
                .with(later, reserved, waitingCount + 1);
    }

    private static Rank reservedAt(Visit visit) {
        return Rank.of(visit.issued(), visit.id());
    }

    /// As it is now, in no order yet.
    private People known(Visit visit) {
        var id = visit.id();
        return new People(
                visits.put(id, visit),
                numbers,
                waiting,
                held,
                visit.isRestricted() ? restricted.put(id, id) : restricted.without(id),
                later,
                reserved,
                lastOrdinal,
                waitingCount);
    }

    private People with(Sorted<GroupCode, Waiting> waiting, Sorted<DeskId, Waiting> held) {
        return new People(
                visits,
                numbers,
                waiting,
                held,
                restricted,
                later,
                reserved,
                lastOrdinal,
                waitingCount);
    }

    private People with(
            Sorted<Rank, VisitId> later, Sorted<Rank, VisitId> reserved, int waitingCount) {
        return new People(
                visits,
                numbers,
                waiting,
                held,
                restricted,
                later,
                reserved,
                lastOrdinal,
                waitingCount);
    }
}
