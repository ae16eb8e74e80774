package kz.adalkezek.queue;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One person's or family's errand, with one ticket number, from touch to farewell.
///
/// @param legs in the order in which they are done
/// @param leg which of them is next or being served, from 0
/// @param slot what it had booked, in time or not
/// @param issued the `at` of its `ticket.issued`
/// @param overtakes each call that went before it, in the order of the log
/// @param undoneAt desks that have used their one undo on it
/// @param once what it has done that it may do only once
/// @param moved log index of the event that brought it into its stage
public record Visit(
        VisitId id,
        RequestId request,
        Actor takenBy,
        TicketNumber number,
        List<Leg> legs,
        int leg,
        Instant issued,
        Instant arrival,
        Instant claim,
        Instant fair,
        int credit,
        Optional<Slot> slot,
        Ground ground,
        Stage stage,
        List<Overtake> overtakes,
        List<DeskId> undoneAt,
        Set<Once> once,
        long moved) {

    /// @param only the counter to which it is restricted by a transfer, until its desk closes
    public record Leg(GroupCode group, Optional<DeskId> only) {
        static Leg of(GroupCode group) {
            return new Leg(group, Optional.empty());
        }

        Leg without(DeskId closed) {
            return only.equals(Optional.of(closed)) ? of(group) : this;
        }
    }

    public enum Once {
        /// It came back after a no-show.
        RETURNED,
        /// It is on the way; forgotten when it is called, parked or goes on otherwise.
        COMING,
        RATED,
        /// A kiosk gave its ticket while the branch was away.
        OFFLINE,
        /// Its clocks are not what they should be.
        DISPUTED
    }

    /// Whether the ground that gave the credit was shown at a desk.
    public enum Ground {
        NONE,
        CLAIMED,
        SHOWN,
        NOT_SHOWN
    }

    /// @param call log index of the `call.made`
    public record Overtake(long call, Event.Rule rule) {}

    public sealed interface Stage {
        /// The number is given; the ticket is not yet in the citizen's hands.
        record Reserved() implements Stage {}

        record Waiting(Instant since) implements Stage {}

        /// @param before what an undo restores: it waited since then, or was parked
        record Called(DeskId desk, Stage before) implements Stage {}

        record Serving(DeskId desk) implements Stage {}

        /// Away for a while.
        ///
        /// @param until when it waits again by itself; without it only once it is back
        record Parked(Optional<Instant> until) implements Stage {}

        /// Called as often as the policy says, and nobody came.
        record Unanswered(Instant since) implements Stage {}

        /// Not handed over in time.
        record Voided() implements Stage {}

        record Left() implements Stage {}

        record Finished() implements Stage {}
    }

    public Visit {
        legs = List.copyOf(legs);
        overtakes = List.copyOf(overtakes);
        undoneAt = List.copyOf(undoneAt);
        once = Set.copyOf(once);
    }

    static Visit issued(Entry entry, Event.TicketIssued ticket, Optional<Slot> slot) {
        return new Visit(
                new VisitId(entry.index()),
                entry.request(),
                entry.by(),
                ticket.number(),
                ticket.groups().stream().map(Leg::of).toList(),
                0,
                entry.at(),
                ticket.arrival(),
                ticket.claim(),
                ticket.fair(),
                ticket.credit(),
                slot,
                ticket.credit() > 0 ? Ground.CLAIMED : Ground.NONE,
                new Stage.Reserved(),
                List.of(),
                List.of(),
                ticket.offline().isPresent() ? Set.of(Once.OFFLINE) : Set.of(),
                entry.index());
    }

    public GroupCode group() {
        return legs.get(leg).group();
    }

    /// The counter to which its present leg is restricted.
    public Optional<DeskId> only() {
        return legs.get(leg).only();
    }

    /// Whether any leg, done or to come, is restricted.
    boolean isRestricted() {
        return legs.stream().anyMatch(one -> one.only().isPresent());
    }

    /// Handed on from a desk in the middle of its leg; with a return the group that was left
    /// follows at that desk.
    Visit handedOn(Event.ServiceTransferred transfer) {
        var left = group();
        var next = new ArrayList<>(legs);
        next.set(
                leg,
                switch (transfer.target()) {
                    case Event.Target.Group(var group) -> Leg.of(group);
                    case Event.Target.Counter(var desk) -> new Leg(left, Optional.of(desk));
                });
        if (transfer.returns()) {
            next.add(leg + 1, new Leg(left, Optional.of(transfer.desk())));
        }
        return withLegs(next);
    }

    /// Whether a service of this group belongs to the leg before the place where it is added.
    boolean joins(GroupCode group, boolean now) {
        return legs.get(place(now) - 1).group().equals(group);
    }

    Visit plus(GroupCode group, boolean now) {
        var next = new ArrayList<>(legs);
        next.add(place(now), Leg.of(group));
        return withLegs(next);
    }

    private int place(boolean now) {
        return now ? leg + 1 : legs.size();
    }

    /// The desk has closed: nothing is restricted to it any more.
    Visit released(DeskId closed) {
        return withLegs(legs.stream().map(one -> one.without(closed)).toList());
    }

    private Visit withLegs(List<Leg> legs) {
        return new Visit(
                id, request, takenBy, number, legs, leg, issued, arrival, claim, fair, credit, slot,
                ground, stage, overtakes, undoneAt, once, moved);
    }

    /// The slot that it had booked and has kept.
    public Optional<Slot> keptSlot() {
        return slot.filter(booked -> booked.isKeptBy(arrival));
    }

    /// What its fair time is where the ground is not shown: a booking stays.
    Instant fairWithoutGround() {
        return slot.map(booked -> booked.fair(arrival, 0)).orElse(arrival);
    }

    public boolean hasNextLeg() {
        return leg + 1 < legs.size();
    }

    /// By calls of the law's own choice; overrides are counted apart and never lift anybody.
    public int lawfulOvertakes() {
        int count = 0;
        for (var overtake : overtakes) {
            if (overtake.rule() != Event.Rule.OVERRIDE) {
                count++;
            }
        }
        return count;
    }

    /// From when it counts, or is back without an event: it waits, or is parked until an instant.
    Optional<Instant> begins() {
        return switch (stage) {
            case Stage.Waiting(var since) -> Optional.of(since);
            case Stage.Parked(var until) -> until;
            case Stage.Reserved _,
                    Stage.Called _,
                    Stage.Serving _,
                    Stage.Unanswered _,
                    Stage.Voided _,
                    Stage.Left _,
                    Stage.Finished _ ->
                    Optional.empty();
        };
    }

    /// Its return time, or its claim, has come: no event brings it into this stage.
    Visit begun(Instant came) {
        var since = notBeforeClaim(came);
        return with(leg, fair, ground, new Stage.Waiting(since), overtakes, undoneAt, once, moved);
    }

    private Instant notBeforeClaim(Instant at) {
        return at.isBefore(claim) ? claim : at;
    }

    /// Counts from its claim, never before.
    Visit waitsFrom(Instant at, Entry because) {
        return at(new Stage.Waiting(notBeforeClaim(at)), because);
    }

    Visit at(Stage stage, Entry because) {
        return with(leg, fair, ground, stage, overtakes, undoneAt, notComing(), because.index());
    }

    private Set<Once> notComing() {
        return once.contains(Once.COMING)
                ? once.stream().filter(deed -> deed != Once.COMING).collect(toUnmodifiableSet())
                : once;
    }

    Visit atLeg(int leg) {
        return with(leg, fair, ground, stage, overtakes, undoneAt, once, moved);
    }

    Visit grounded(Ground ground, Instant fair) {
        return with(leg, fair, ground, stage, overtakes, undoneAt, once, moved);
    }

    Visit overtaken(List<Overtake> overtakes) {
        return with(leg, fair, ground, stage, overtakes, undoneAt, once, moved);
    }

    Visit undone(List<DeskId> undoneAt) {
        return with(leg, fair, ground, stage, overtakes, undoneAt, once, moved);
    }

    Visit has(Once deed) {
        var deeds = new HashSet<>(once);
        deeds.add(deed);
        return with(leg, fair, ground, stage, overtakes, undoneAt, deeds, moved);
    }

    /// How long the visit has waited in this leg, or zero when it does not wait.
    public Duration waited(Instant now) {
        return stage instanceof Stage.Waiting(var since) && since.isBefore(now)
                ? Duration.between(since, now)
                : Duration.ZERO;
    }

    private Visit with(
            int leg,
            Instant fair,
            Ground ground,
            Stage stage,
            List<Overtake> overtakes,
            List<DeskId> undoneAt,
            Set<Once> once,
            long moved) {
        return new Visit(
                id, request, takenBy, number, legs, leg, issued, arrival, claim, fair, credit, slot,
                ground, stage, overtakes, undoneAt, once, moved);
    }
}
