package kz.adalkezek.server.play;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.VisitId;

/// One visit as the events alone tell it, with its four clocks. Shares no code with the law.
final class Person {

    enum Where {
        RESERVED,
        WAITING,
        CALLED,
        SERVED,
        PARKED,
        UNANSWERED,
        VOID,
        LEFT,
        FINISHED;

        boolean isOver() {
            return this == VOID || this == LEFT || this == FINISHED;
        }
    }

    /// @param only the counter that alone may call it
    record Leg(GroupCode group, Optional<DeskId> only) {}

    enum Clock {
        WAITING,
        WALKING,
        SERVICE,
        AWAY
    }

    final VisitId visit;
    final Event.TicketIssued ticket;
    final Map<Long, Event.Rule> overtakenBy = new HashMap<>();
    final List<Leg> legs = new ArrayList<>();
    int leg;
    Instant fair;
    Where where = Where.RESERVED;
    Where beforeCall = Where.WAITING;
    Instant since;
    Instant waitsFrom;
    Instant parkedUntil = Instant.MAX;
    DeskId calledAt = new DeskId(1);
    boolean everServed;
    boolean everMissed;
    private final Map<Clock, Long> spentMs = new EnumMap<>(Clock.class);

    Person(VisitId visit, Event.TicketIssued ticket) {
        this.visit = visit;
        this.ticket = ticket;
        this.fair = ticket.fair();
        this.since = ticket.arrival();
        this.waitsFrom = Instant.MAX;
        ticket.groups().forEach(group -> legs.add(new Leg(group, Optional.empty())));
    }

    GroupCode group() {
        return legs.get(leg).group;
    }

    /// A parked visit counts as waiting from its return time, without an event.
    boolean waits(Instant now) {
        return where == Where.WAITING || (where == Where.PARKED && !parkedUntil.isAfter(now));
    }

    /// When it began to wait, or will: nobody counts before the own claim.
    Instant beginning() {
        var from = where == Where.PARKED ? parkedUntil : waitsFrom;
        return from.isBefore(ticket.claim()) ? ticket.claim() : from;
    }

    /// Where a leg was for one counter alone, it is for all again.
    void frees(DeskId desk) {
        legs.replaceAll(
                l -> l.only.equals(Optional.of(desk)) ? new Leg(l.group, Optional.empty()) : l);
    }

    void gets(GroupCode group, boolean now) {
        int place = now ? leg + 1 : legs.size();
        if (!legs.get(place - 1).group.equals(group)) {
            legs.add(place, new Leg(group, Optional.empty()));
        }
    }

    /// In the middle of a leg; with `returns` a leg at the same desk follows.
    void isHandedOn(DeskId desk, Event.Target target, boolean returns) {
        var left = group();
        legs.remove(leg);
        if (returns) {
            legs.add(leg, new Leg(left, Optional.of(desk)));
        }
        legs.add(
                leg,
                switch (target) {
                    case Event.Target.Group(var group) -> new Leg(group, Optional.empty());
                    case Event.Target.Counter(var counter) -> new Leg(left, Optional.of(counter));
                });
    }

    long lawfulOvertakes() {
        return overtakenBy.values().stream().filter(rule -> rule != Event.Rule.OVERRIDE).count();
    }

    void waitsFrom(Instant at) {
        moves(Where.WAITING, at);
        waitsFrom = at;
    }

    void moves(Where next, Instant at) {
        if (where == Where.PARKED && parkedUntil.isBefore(at)) {
            spend(Clock.AWAY, parkedUntil.isBefore(since) ? since : parkedUntil);
            spend(Clock.WAITING, at);
        } else {
            spend(clock(), at);
        }
        where = next;
    }

    /// Whatever was finished is served again: the time between counts as away.
    void isServedAgain(Instant at) {
        spend(Clock.AWAY, at);
        where = Where.SERVED;
    }

    private Clock clock() {
        return switch (where) {
            case RESERVED, WAITING -> Clock.WAITING;
            case CALLED -> Clock.WALKING;
            case SERVED -> Clock.SERVICE;
            case PARKED, UNANSWERED, VOID, LEFT, FINISHED -> Clock.AWAY;
        };
    }

    private void spend(Clock clock, Instant until) {
        spentMs.merge(clock, until.toEpochMilli() - since.toEpochMilli(), Long::sum);
        since = until;
    }

    long spentMs(Clock clock) {
        return spentMs.getOrDefault(clock, 0L);
    }

    /// The four clocks add up to what has passed since the arrival, and none ran backwards.
    boolean clocksAddUp() {
        long sum = spentMs.values().stream().mapToLong(Long::longValue).sum();
        return sum == since.toEpochMilli() - ticket.arrival().toEpochMilli()
                && spentMs.values().stream().allMatch(ms -> ms >= 0);
    }
}
