package kz.adalkezek.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.SamplePolicy;
import kz.adalkezek.queue.TicketNumber;

/// Small days for people who want to see the verifier at work: one that is sound, and one for each
/// way in which a branch could lie.
final class SampleLogs {

    private SampleLogs() {}

    /// @param index of the entry that breaks the law, or nothing
    /// @param said what the verifier says of it
    record Sample(List<Entry> log, Optional<Long> index, String said) {}

    /// By the name of its folder.
    static Map<String, Sample> all() {
        var all = new LinkedHashMap<String, Sample>();
        all.put("sound-day", soundDay());
        all.put("wrong-choice", wrongChoice());
        all.put("override-without-reason", overrideWithoutReason());
        all.put("arrival-changed-by-transfer", arrivalChangedByTransfer());
        all.put("number-skipped", numberSkipped());
        all.put("no-show-without-calls", noShowWithoutCalls());
        all.put("policy-before-it-was-logged", policyBeforeItWasLogged());
        all.put("totals-that-lie", totalsThatLie());
        return all;
    }

    private static Sample soundDay() {
        var town = Town.open();
        town.takes(Town.SOC);
        town.passes(1);
        town.takesWithCredit(30, Town.SOC);
        town.passes(2);
        town.takes(Town.SOC);
        town.callsNext();
        town.passes(Duration.ofSeconds(30));
        town.asks(new Command.RecordGround(town.request(), Town.AIDA, Town.DESK_3, true));
        serve(town, 4);
        town.callsNext();
        town.passes(Duration.ofSeconds(20));
        serve(town, 6);
        var reason = new Code("system-down");
        town.asks(new Command.ServeDirect(town.request(), Town.AIDA, Town.DESK_3, reason));
        town.passes(3);
        town.finishes();
        town.closesDay();
        return new Sample(town.log(), Optional.empty(), "SOUND");
    }

    private static void serve(Town town, long minutes) {
        town.starts();
        town.passes(minutes);
        town.finishes();
    }

    private static Sample broken(Town town, long index, String said) {
        return new Sample(town.log(), Optional.of(index), said);
    }

    private static Sample wrongChoice() {
        var town = Town.open();
        town.takes(Town.SOC);
        town.passes(1);
        var friend = town.takes(Town.SOC);
        long call = town.forges(Town.AIDA, Town.call(friend, Event.Rule.ORDER, 2, 1));
        serve(town, 5);
        return broken(
                town, call, "it calls K002 (visit 11), but the law calls K001 (visit 9) by order");
    }

    private static Sample overrideWithoutReason() {
        var town = Town.open();
        town.takes(Town.SOC);
        town.passes(1);
        var friend = town.takes(Town.SOC);
        long call = town.forges(Town.AIDA, Town.call(friend, Event.Rule.OVERRIDE, 2, 1));
        serve(town, 5);
        return broken(town, call, "the law refuses this: it needs a reason");
    }

    /// Who was handed on is treated as if he had come only then.
    private static Sample arrivalChangedByTransfer() {
        var town = Town.open();
        town.takes(Town.SOC);
        town.passes(1);
        var later = town.takes(Town.EMP);
        town.passes(1);
        town.callsNext();
        town.starts();
        var emp = new Event.Target.Group(Town.EMP);
        town.asks(new Command.TransferVisit(town.request(), Town.AIDA, Town.DESK_3, emp, false));
        town.passes(1);
        long call =
                town.forges(
                        Town.DANIYAR,
                        new Event.CallMade(
                                later,
                                Town.DESK_5,
                                Event.Rule.ORDER,
                                "test-1",
                                2,
                                0,
                                Code.NONE,
                                true));
        return broken(
                town, call, "it calls K002 (visit 11), but the law calls K001 (visit 9) by order");
    }

    private static Sample numberSkipped() {
        var town = Town.open();
        town.takes(Town.SOC);
        long ticket = town.forges(Town.K1, ticket(town, 3, "test-1"));
        town.takes(Town.SOC);
        return broken(town, ticket, "number is K003 but by the law K002");
    }

    private static Event.TicketIssued ticket(Town town, int ordinal, String policy) {
        var now = town.now();
        return new Event.TicketIssued(
                new TicketNumber('K', ordinal),
                List.of(Town.SOC),
                now,
                Event.Touch.KEPT,
                now,
                0,
                now,
                policy,
                Town.COMMITMENT,
                Optional.empty());
    }

    private static Sample noShowWithoutCalls() {
        var town = Town.open();
        town.wakesBoard();
        var aigerim = town.takes(Town.SOC);
        town.callsNext();
        town.passes(10);
        long noShow = town.forges(Town.AIDA, new Event.CallUnanswered(aigerim, Town.DESK_3));
        return broken(
                town,
                noShow,
                "the law refuses this: the visit was not called often and long enough");
    }

    private static Sample policyBeforeItWasLogged() {
        var town = Town.open();
        long ticket = town.forges(Town.K1, ticket(town, 1, "test-2"));
        town.passes(1);
        var policy = SamplePolicy.named("test-2");
        town.asks(new Command.PublishPolicy(town.request(), Actor.BRANCH, Command.AT_ONCE, policy));
        town.takes(Town.SOC);
        return broken(town, ticket, "policy is test-2 but by the law test-1");
    }

    private static Sample totalsThatLie() {
        var town = Town.open();
        town.takes(Town.SOC);
        var totals = town.line().totals();
        var second = town.takes(Town.SOC);
        town.asks(new Command.LeaveVisit(town.request(), Actor.BRANCH, second));
        var events = new ArrayList<Event>();
        events.add(new Event.DeskClosed(Town.DESK_3, Code.NONE));
        events.add(new Event.DeskClosed(Town.DESK_5, Code.NONE));
        var first = town.line().people().visit(new TicketNumber('K', 1)).orElseThrow().id();
        events.add(new Event.TicketLeft(first, Event.Leaving.DAY_CLOSED));
        events.add(new Event.DayClosed(Town.MONDAY, totals, kz.adalkezek.queue.Opened.NONE));
        long closed = town.line().size() + events.size() - 1;
        town.forges(Actor.BRANCH, events.toArray(Event[]::new));
        return broken(town, closed, "totals.issuedByGroup.SOC is 1 but by the law 2");
    }
}
