package kz.adalkezek.queue;

import static kz.adalkezek.queue.Refusal.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.queue.Visit.Stage;

/// From the touch to the hand: a number is reserved, handed over, or void; and a visit may leave.
final class TicketRules {

    private TicketRules() {}

    static Decision take(Draft draft, Command.TakeTicket take) {
        var line = draft.line();
        var policy = line.rulebook().policyAt(draft.at());
        var catalogue = line.rulebook().catalogueAt(draft.at());
        if (!(line.day() instanceof Line.Day.Open(var today))) {
            return draft.refused(DAY_NOT_OPEN);
        }
        if (policy.isEmpty()) {
            return draft.refused(NO_POLICY);
        }
        if (catalogue.isEmpty()) {
            return draft.refused(NO_CATALOGUE);
        }
        var letters = catalogue.get().letters();
        var legs = legs(take.groups());
        if (!legs.stream().allMatch(letters::has)) {
            return draft.refused(GROUP_UNKNOWN);
        }
        var limit =
                limit(draft, take, policy.get(), legs.size())
                        .or(() -> BookingRules.hindrance(line, today, take.booking(), legs));
        if (limit.isPresent()) {
            return draft.refused(limit.get());
        }
        char letter = letters.get(legs.getFirst()).orElseThrow();
        int ordinal = line.people().lastOrdinal().get(letter).orElse(0) + 1;
        if (ordinal > TicketNumber.LAST_ORDINAL) {
            return draft.refused(NUMBERS_USED_UP);
        }
        return draft.add(issued(draft, take, policy.get(), new TicketNumber(letter, ordinal), legs))
                .accepted();
    }

    private static Event.TicketIssued issued(
            Draft draft,
            Command.TakeTicket take,
            Policy policy,
            TicketNumber number,
            List<GroupCode> legs) {
        var arrival = draft.at();
        var touch = Event.Touch.KEPT;
        if (take.by() instanceof Actor.Device(var kiosk)
                && take.touched() instanceof Command.Touched.At(var touched)) {
            arrival = bounded(touched, acknowledged(draft.line(), kiosk), draft.at());
            touch = arrival.equals(touched) ? touch : new Event.Touch.Bounded(touched);
        }
        return issued(draft, take, policy, number, legs, arrival, touch);
    }

    private static Event.TicketIssued issued(
            Draft draft,
            Command.TakeTicket take,
            Policy policy,
            TicketNumber number,
            List<GroupCode> legs,
            Instant arrival,
            Event.Touch touch) {
        var bookings = draft.line().bookings();
        var checkIn =
                take.booking()
                        .flatMap(id ->
                                bookings.booked(id)
                                        .map(booked -> new Event.CheckIn(id, booked.slot())));
        var slot = checkIn.map(used -> new Slot(used.slot(), policy.booking()));
        int credit = take.credit();
        return new Event.TicketIssued(
                number,
                legs,
                arrival,
                touch,
                slot.map(booked -> booked.claim(arrival)).orElse(arrival),
                credit,
                slot.map(booked -> booked.fair(arrival, credit))
                        .orElse(arrival.minus(Duration.ofMinutes(credit))),
                policy.version(),
                take.commitment(),
                checkIn);
    }

    /// Neither before what the kiosk has heard from the branch nor after now.
    static Instant bounded(Instant touched, Instant acknowledged, Instant now) {
        var notBefore = touched.isBefore(acknowledged) ? acknowledged : touched;
        return notBefore.isAfter(now) ? now : notBefore;
    }

    static Instant acknowledged(Line line, DeviceId kiosk) {
        return line.hall().devices().get(kiosk).map(Device::acknowledged).orElse(Instant.EPOCH);
    }

    private static Optional<Refusal> limit(
            Draft draft, Command.TakeTicket take, Policy policy, int legs) {
        var limits = policy.limits();
        var taker = taker(draft, take.by());
        if (taker.isPresent()) {
            return taker;
        }
        if (take.credit() > 0
                && policy.grounds().stream().noneMatch(g -> g.credit() == take.credit())) {
            return Optional.of(GROUND_UNKNOWN);
        }
        if (reached(legs - 1, limits.legs())) {
            return Optional.of(TOO_MANY_LEGS);
        }
        if (reached(draft.line().people().present(), limits.waiting())) {
            return Optional.of(HALL_FULL);
        }
        if (take.by() instanceof Actor.Device(var id)) {
            var kiosk = draft.line().hall().devices().get(id).orElseThrow();
            if (reached(
                    kiosk.issuedInTheMinuteBefore(draft.at()), limits.ticketsPerKioskPerMinute())) {
                return Optional.of(KIOSK_TOO_FAST);
            }
        }
        return Optional.empty();
    }

    /// A kiosk, or an operator with a desk.
    private static Optional<Refusal> taker(Draft draft, Actor by) {
        var hall = draft.line().hall();
        return switch (by) {
            case Actor.Branch _ -> Optional.of(DEVICE_UNKNOWN);
            case Actor.Operator operator ->
                    hall.deskOf(operator).isPresent()
                            ? Optional.empty()
                            : Optional.of(DESK_NOT_OPEN);
            case Actor.Device(var id) ->
                    hall.devices().get(id).orElseThrow().kind() == Event.DeviceKind.KIOSK
                            ? Optional.empty()
                            : Optional.of(DEVICE_OF_ANOTHER_KIND);
        };
    }

    private static boolean reached(int count, int limit) {
        return limit != Policy.UNLIMITED && count >= limit;
    }

    /// Adjacent services of one group are one leg.
    static List<GroupCode> legs(List<GroupCode> groups) {
        var legs = new ArrayList<GroupCode>();
        for (var group : groups) {
            if (legs.isEmpty() || !legs.getLast().equals(group)) {
                legs.add(group);
            }
        }
        return legs;
    }

    static Decision hand(Draft draft, Command.HandTicket hand) {
        var found = draft.line().people().visit(hand.visit());
        if (found.isEmpty()) {
            return draft.refused(VISIT_UNKNOWN);
        }
        var visit = found.get();
        if (!visit.takenBy().equals(hand.by())) {
            return draft.refused(TICKET_OF_ANOTHER);
        }
        boolean voided = visit.stage() instanceof Stage.Voided;
        if (!voided && !(visit.stage() instanceof Stage.Reserved)) {
            return draft.refused(TICKET_ALREADY_HANDED);
        }
        if (!(draft.line().day() instanceof Line.Day.Open)) {
            return draft.refused(DAY_NOT_OPEN);
        }
        if (!hand.reason().isNone() && !draft.allows("handed-failed", hand.reason())) {
            return draft.refused(REASON_UNKNOWN);
        }
        draft.add(new Event.TicketHanded(hand.visit(), hand.how(), hand.reason()));
        if (voided && hand.how().reachesTheCitizen()) {
            draft.add(new Event.TicketRestored(hand.visit()));
        }
        return draft.accepted();
    }

    /// Only what was in somebody's hands can be printed once more.
    static Decision reprint(Draft draft, Command.ReprintTicket reprint) {
        var visit = draft.line().people().visit(reprint.visit());
        if (visit.isEmpty()) {
            return draft.refused(VISIT_UNKNOWN);
        }
        if (!visit.get().takenBy().equals(reprint.by())) {
            return draft.refused(TICKET_OF_ANOTHER);
        }
        return switch (visit.get().stage()) {
            case Stage.Reserved _, Stage.Voided _ -> draft.refused(TICKET_NOT_HANDED);
            case Stage.Waiting _,
                    Stage.Called _,
                    Stage.Serving _,
                    Stage.Parked _,
                    Stage.Unanswered _,
                    Stage.Left _,
                    Stage.Finished _ ->
                    draft.add(new Event.TicketReprinted(reprint.visit())).accepted();
        };
    }

    /// A flag, set once; the clocks stay as they are.
    static Decision dispute(Draft draft, Command.DisputeClock dispute) {
        if (!(dispute.by() instanceof Actor.Operator)) {
            return draft.refused(DEVICE_OF_ANOTHER_KIND);
        }
        var visit = draft.find(dispute.whom());
        if (visit.isEmpty()) {
            return draft.refused(AwayRules.unknown(dispute.whom()));
        }
        if (dispute.reason().isNone()) {
            return draft.refused(REASON_NEEDED);
        }
        if (!draft.allows("dispute-clock", dispute.reason())) {
            return draft.refused(REASON_UNKNOWN);
        }
        return visit.get().once().contains(Visit.Once.DISPUTED)
                ? Decision.NOTHING
                : draft.add(new Event.ClockDisputed(visit.get().id(), dispute.reason())).accepted();
    }

    static Decision voided(Draft draft, VisitId id) {
        var visit = draft.line().people().visit(id);
        var policy = draft.line().rulebook().policyAt(draft.at());
        if (visit.isEmpty() || policy.isEmpty()) {
            return draft.refused(VISIT_UNKNOWN);
        }
        boolean overdue =
                visit.get().stage() instanceof Stage.Reserved
                        && !visit.get()
                                .issued()
                                .plus(policy.get().handedWithin())
                                .isAfter(draft.at());
        return overdue
                ? draft.add(new Event.TicketVoided(id)).accepted()
                : draft.refused(TICKET_NOT_OVERDUE);
    }

    /// Said once while nothing changes; again it is no news.
    static Decision coming(Draft draft, VisitId id) {
        var visit = draft.line().people().visit(id);
        if (visit.isEmpty()) {
            return draft.refused(VISIT_UNKNOWN);
        }
        return switch (visit.get().stage()) {
            case Stage.Waiting _, Stage.Parked _, Stage.Called _ ->
                    visit.get().once().contains(Visit.Once.COMING)
                            ? Decision.NOTHING
                            : draft.add(new Event.VisitComing(id)).accepted();
            case Stage.Reserved _,
                    Stage.Serving _,
                    Stage.Unanswered _,
                    Stage.Voided _,
                    Stage.Left _,
                    Stage.Finished _ ->
                    draft.refused(VISIT_NOT_WAITING);
        };
    }

    static Decision rate(Draft draft, VisitId id, int stars) {
        var visit = draft.line().people().visit(id);
        if (visit.isEmpty()) {
            return draft.refused(VISIT_UNKNOWN);
        }
        if (!(visit.get().stage() instanceof Stage.Finished)) {
            return draft.refused(VISIT_NOT_FINISHED);
        }
        return visit.get().once().contains(Visit.Once.RATED)
                ? draft.refused(RATED_ALREADY)
                : draft.add(new Event.Rated(id, stars)).accepted();
    }

    static Decision leave(Draft draft, Command.LeaveNumber leave) {
        var visit = draft.line().people().visit(leave.number());
        return visit.isEmpty()
                ? draft.refused(NUMBER_UNKNOWN)
                : leave(draft, visit.get(), Event.Leaving.DESK);
    }

    static Decision leave(Draft draft, Command.LeaveVisit leave) {
        var visit = draft.line().people().visit(leave.visit());
        var who = leave.by() instanceof Actor.Operator ? Event.Leaving.DESK : Event.Leaving.CITIZEN;
        return visit.isEmpty() ? draft.refused(VISIT_UNKNOWN) : leave(draft, visit.get(), who);
    }

    private static Decision leave(Draft draft, Visit visit, Event.Leaving who) {
        if (who == Event.Leaving.DESK && draft.line().hall().deskOf(draft.by()).isEmpty()) {
            return draft.refused(DESK_NOT_OPEN);
        }
        return switch (visit.stage()) {
            case Stage.Reserved _, Stage.Waiting _, Stage.Parked _, Stage.Called _ ->
                    draft.add(new Event.TicketLeft(visit.id(), who)).accepted();
            case Stage.Serving _,
                    Stage.Unanswered _,
                    Stage.Voided _,
                    Stage.Left _,
                    Stage.Finished _ ->
                    draft.refused(VISIT_NOT_WAITING);
        };
    }
}
