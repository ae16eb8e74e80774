package kz.adalkezek.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kz.adalkezek.audit.Finding.LawBroken;
import kz.adalkezek.audit.Town.Law;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Desk.Work;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.Event.Rule;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Policy;
import kz.adalkezek.queue.Refusal;
import kz.adalkezek.queue.TicketNumber;
import kz.adalkezek.queue.Totals;
import kz.adalkezek.queue.Visit;
import kz.adalkezek.queue.VisitId;

/// Small faults in the rules, each planted into a branch that lives through random days: the replay
/// of its log has to catch every one.
public final class PlantedFaults {

    private static final int SEEDS = 40;
    private static final int ENTRIES = 1_500;
    private static final int DAY_STEPS = 250;

    private PlantedFaults() {}

    /// Prints whether each is caught; ends with 1 if one is not.
    public static void main(String[] args) {
        boolean all = true;
        for (var fault : all().entrySet()) {
            var caught = caught(fault.getValue());
            all &= caught.isPresent();
            System.out.printf(
                    "  %-52s %s%n",
                    fault.getKey(),
                    caught.map(c -> "caught (%s, entry %d)".formatted(c.type(), c.index()))
                            .orElse("NOT CAUGHT"));
        }
        if (!all) {
            System.exit(1);
        }
    }

    /// @return the first breach that the replay names, if it names one
    static Optional<LawBroken> caught(Law law) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            var breach = breach(law, seed);
            if (breach.isPresent()) {
                return breach;
            }
        }
        return Optional.empty();
    }

    private static Optional<LawBroken> breach(Law law, long seed) {
        var replay = new Replay();
        var breaches = new ArrayList<LawBroken>();
        Law watched =
                (line, command, wishes, now) -> {
                    var decision = law.decide(line, command, wishes, now);
                    for (var finding : replay.next(decision.entries())) {
                        if (finding instanceof LawBroken broken) {
                            breaches.add(broken);
                        }
                    }
                    return decision;
                };
        try {
            BusyDays.of(seed, ENTRIES, DAY_STEPS, watched);
        } catch (IllegalStateException | NoSuchElementException e) {
            // The days cannot go on after what was done; it has been judged before.
            return breaches.stream().findFirst();
        }
        return breaches.stream().findFirst();
    }

    static Map<String, Law> all() {
        var all = new LinkedHashMap<String, Law>();
        policies(all);
        calls(all);
        tickets(all);
        days(all);
        refusals(all);
        return all;
    }

    private static void policies(Map<String, Law> all) {
        all.put("limit of overtakes one too high", Faults.deaf(limit(3)));
        all.put("limit of overtakes one too low", Faults.deaf(limit(1)));
        all.put("secondary desks help at once", Faults.deaf(helpAfter(Duration.ZERO)));
        all.put(
                "secondary desks help a minute late",
                Faults.deaf(helpAfter(Duration.ofMinutes(11))));
        all.put("no-show after one call", Faults.deaf(noShow(1, 45, 15)));
        all.put("no-show without waiting", Faults.deaf(noShow(2, 0, 15)));
        all.put("coming back without end", Faults.deaf(noShow(2, 45, 900)));
        all.put("called again at once", Faults.deaf(times(0, 60, 5)));
        all.put("ticket void at once", Faults.deaf(times(20, 0, 5)));
        all.put("undo for an hour", Faults.deaf(times(20, 60, 3600)));
    }

    private static void calls(Map<String, Law> all) {
        all.put("last come, first served", Faults.writing(PlantedFaults::last));
        all.put("call by order said to be by the limit", call(Rule.ORDER, Rule.LIMIT, 0, 0));
        all.put("call by the limit said to be by order", call(Rule.LIMIT, Rule.ORDER, 0, 0));
        all.put("call by order said to be an override", call(Rule.ORDER, Rule.OVERRIDE, 0, 0));
        all.put("one eligible person too many", call(Rule.ORDER, Rule.ORDER, 1, 0));
        all.put("one overtaken person too many", call(Rule.ORDER, Rule.ORDER, 0, 1));
        all.put("override hides one whom it overtakes", call(Rule.OVERRIDE, Rule.OVERRIDE, 0, 1));
        all.put("direct service hides whom it overtakes", Faults.writing(PlantedFaults::hidden));
        all.put("undo forgets who was served before", Faults.writing(PlantedFaults::forgotten));
        all.put("ground not shown, credit kept", Faults.writing(PlantedFaults::kept));
    }

    private static void tickets(Map<String, Law> all) {
        all.put("credit of a ground ignored", ticket(0, 0, true, 0));
        all.put("arrival a second early", ticket(-1, 0, false, 0));
        all.put("claim a second early", ticket(0, -1, false, 0));
        all.put("a number left out", ticket(0, 0, false, 1));
    }

    private static void days(Map<String, Law> all) {
        all.put("totals left empty", Faults.writing(PlantedFaults::empty));
        all.put("who waits is forgotten at closing", Faults.omitting(Event.TicketLeft.class));
        all.put("a desk stays open at closing", Faults.omitting(Event.DeskClosed.class));
        all.put("restored ticket does not wait", Faults.omitting(Event.TicketRestored.class));
    }

    private static void refusals(Map<String, Law> all) {
        all.put(
                "start without the ground recorded",
                Faults.allowing(
                        Refusal.GROUND_NOT_RECORDED,
                        (line, asked) ->
                                atDesk(line, asked.desk().counter())
                                        .map(v -> new Event.ServiceStarted(v, asked.desk()))));
        all.put(
                "ground recorded twice",
                Faults.allowing(
                        Refusal.GROUND_RECORDED,
                        (line, asked) ->
                                atDesk(line, asked.desk().counter())
                                        .map(v -> new Event.GroundShown(v, asked.desk()))));
        all.put(
                "pause with somebody at the desk",
                Faults.allowing(
                        Refusal.DESK_HAS_CALLED,
                        (_, asked) ->
                                Optional.of(
                                        new Event.DeskPaused(asked.desk(), new Code("lunch")))));
    }

    private static Optional<VisitId> atDesk(Line line, int counter) {
        return line.hall()
                .desks()
                .get(new kz.adalkezek.queue.DeskId(counter))
                .filter(desk -> desk.work() instanceof Work.Calling)
                .flatMap(kz.adalkezek.queue.Desk::visit);
    }

    private static Law call(Rule from, Rule to, int eligible, int overtaken) {
        return Faults.writing((_, event) ->
                event instanceof Event.CallMade call && call.rule() == from
                        ? Optional.of(
                                new Event.CallMade(
                                        call.visit(),
                                        call.desk(),
                                        to,
                                        call.policy(),
                                        call.eligible() + eligible,
                                        call.overtaken() + overtaken,
                                        call.reason(),
                                        call.unacknowledged()))
                        : Optional.empty());
    }

    private static Optional<Event> last(Line line, Event event) {
        if (!(event instanceof Event.CallMade call) || call.rule() != Rule.ORDER) {
            return Optional.empty();
        }
        var group = line.people().visit(call.visit()).map(Visit::group);
        Optional<VisitId> last = Optional.empty();
        for (var pair : line.people().visits()) {
            boolean waits = pair.value().stage() instanceof Visit.Stage.Waiting;
            if (waits && group.equals(Optional.of(pair.value().group()))) {
                last = Optional.of(pair.key());
            }
        }
        return last.map(visit ->
                new Event.CallMade(
                        visit,
                        call.desk(),
                        call.rule(),
                        call.policy(),
                        call.eligible(),
                        call.overtaken(),
                        call.reason(),
                        call.unacknowledged()));
    }

    private static Optional<Event> hidden(Line line, Event event) {
        return event instanceof Event.ServiceDirect direct
                ? Optional.of(
                        new Event.ServiceDirect(
                                direct.desk(),
                                direct.policy(),
                                direct.eligible(),
                                0,
                                direct.reason()))
                : Optional.empty();
    }

    private static Optional<Event> forgotten(Line line, Event event) {
        return event instanceof Event.CallWithdrawn undo
                ? Optional.of(
                        new Event.CallWithdrawn(
                                undo.visit(), undo.desk(), undo.call(), Event.Previous.NOBODY))
                : Optional.empty();
    }

    private static Optional<Event> kept(Line line, Event event) {
        return event instanceof Event.GroundNotShown(var visit, var desk, _)
                ? line.people()
                        .visit(visit)
                        .map(known -> new Event.GroundNotShown(visit, desk, known.fair()))
                : Optional.empty();
    }

    private static Optional<Event> empty(Line line, Event event) {
        return event instanceof Event.DayClosed(var day, _, var opened)
                ? Optional.of(new Event.DayClosed(day, Totals.NONE, opened))
                : Optional.empty();
    }

    private static Law ticket(long arrival, long claim, boolean noCredit, int number) {
        return Faults.writing((_, event) ->
                event instanceof Event.TicketIssued ticket
                        ? Optional.of(
                                new Event.TicketIssued(
                                        later(ticket.number(), number),
                                        ticket.groups(),
                                        ticket.arrival().plusSeconds(arrival),
                                        ticket.touch(),
                                        ticket.claim().plusSeconds(claim),
                                        ticket.credit(),
                                        fair(ticket, noCredit),
                                        ticket.policy(),
                                        ticket.commitment(),
                                        ticket.checkIn()))
                        : Optional.empty());
    }

    private static Instant fair(Event.TicketIssued ticket, boolean noCredit) {
        return noCredit ? ticket.arrival() : ticket.fair();
    }

    private static TicketNumber later(TicketNumber number, int by) {
        return new TicketNumber(number.letter(), number.ordinal() + by);
    }

    private static UnaryOperator<Policy> limit(int overtakes) {
        return p ->
                changed(
                        p,
                        overtakes,
                        p.helpAfter(),
                        p.noShow(),
                        p.recallSpacing(),
                        p.handedWithin(),
                        p.undoSeconds());
    }

    private static UnaryOperator<Policy> helpAfter(Duration time) {
        return p ->
                changed(
                        p,
                        p.maxOvertakes(),
                        time,
                        p.noShow(),
                        p.recallSpacing(),
                        p.handedWithin(),
                        p.undoSeconds());
    }

    private static UnaryOperator<Policy> noShow(int calls, long apart, long minutes) {
        var rule = new Policy.NoShow(calls, Duration.ofSeconds(apart), Duration.ofMinutes(minutes));
        return p ->
                changed(
                        p,
                        p.maxOvertakes(),
                        p.helpAfter(),
                        rule,
                        p.recallSpacing(),
                        p.handedWithin(),
                        p.undoSeconds());
    }

    private static UnaryOperator<Policy> times(long recall, long handed, long undo) {
        return p ->
                changed(
                        p,
                        p.maxOvertakes(),
                        p.helpAfter(),
                        p.noShow(),
                        Duration.ofSeconds(recall),
                        Duration.ofSeconds(handed),
                        Duration.ofSeconds(undo));
    }

    private static Policy changed(
            Policy p,
            int overtakes,
            Duration helpAfter,
            Policy.NoShow noShow,
            Duration recall,
            Duration handed,
            Duration undo) {
        return new Policy(
                p.version(),
                p.grounds(),
                overtakes,
                helpAfter,
                p.booking(),
                noShow,
                recall,
                handed,
                undo,
                p.moreTime(),
                p.reasons(),
                p.limits(),
                p.norms(),
                p.findings(),
                p.schedule());
    }
}
