package kz.adalkezek.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.Carried;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.Opened;
import kz.adalkezek.queue.Refusal;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.Rules;
import kz.adalkezek.queue.TicketNumber;
import kz.adalkezek.queue.VisitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logs whose own writer broke the law and signed it: only the replay can tell.
class BrokenLawTest {

    private final Town town = Town.open();

    private final Path data;

    BrokenLawTest(@TempDir Path data) {
        this.data = data;
    }

    private void names(long index, String type, String why) {
        LogFolder.branch(data, town.log());
        var said = Said.verify(data);
        assertThat(said.out()).contains("Entry " + index + " (" + type + "): " + why);
        assertThat(said.code()).isEqualTo(Verify.LAW_BROKEN);
        assertThat(said.out()).endsWith("it tells of breaches.\n");
    }

    private void namesOnly(long index, String type, String why) {
        names(index, type, why);
        assertThat(Said.verify(data).out().split("\n  Entry ", -1)).hasSize(2);
    }

    @Test
    void namesACallOfAnotherThanTheLawsChoice() {
        var aigerim = town.takes(Town.SOC);
        town.passes(1);
        var bolat = town.takes(Town.SOC);
        long call = town.forges(Town.AIDA, Town.call(bolat, Event.Rule.ORDER, 2, 1));
        town.starts();
        town.finishes();
        namesOnly(
                call,
                "call.made",
                "it calls K002 (visit %d), but the law calls K001 (visit %d) by order."
                        .formatted(bolat.index(), aigerim.index()));
    }

    @Test
    void namesAWrongCountOfOvertaken() {
        var aigerim = town.takes(Town.SOC);
        town.takes(Town.SOC);
        long call = town.forges(Town.AIDA, Town.call(aigerim, Event.Rule.ORDER, 2, 1));
        namesOnly(call, "call.made", "overtaken is 1 but by the law 0.");
    }

    @Test
    void namesAWrongRule() {
        var aigerim = town.takes(Town.SOC);
        long call = town.forges(Town.AIDA, Town.call(aigerim, Event.Rule.LIMIT, 1, 0));
        namesOnly(call, "call.made", "rule is limit but by the law order.");
    }

    @Test
    void namesANumberThatWasSkipped() {
        town.takes(Town.SOC);
        long ticket = town.forges(Town.K1, ticket(3, town.now()));
        town.takes(Town.SOC);
        namesOnly(ticket, "ticket.issued", "number is K003 but by the law K002.");
    }

    private static Event.TicketIssued ticket(int ordinal, Instant arrival) {
        return new Event.TicketIssued(
                new TicketNumber('K', ordinal),
                List.of(Town.SOC),
                arrival,
                Event.Touch.KEPT,
                arrival,
                0,
                arrival,
                "test-1",
                Town.COMMITMENT,
                Optional.empty());
    }

    @Test
    void namesAnArrivalBeforeWhatTheKioskHasHeard() {
        town.takes(Town.SOC);
        town.passes(5);
        long ticket = town.forges(Town.K1, ticket(2, Town.NINE.minusSeconds(60)));
        names(ticket, "ticket.issued", "arrival is " + Town.NINE.minusSeconds(60).toEpochMilli());
    }

    @Test
    void namesAnArrivalInTheFuture() {
        long ticket = town.forges(Town.K1, ticket(1, town.now().plusMillis(1)));
        names(ticket, "ticket.issued", "arrival is");
    }

    @Test
    void namesAClaimThatIsNotTheArrival() {
        var now = town.now();
        long ticket =
                town.forges(
                        Town.K1,
                        new Event.TicketIssued(
                                new TicketNumber('K', 1),
                                List.of(Town.SOC),
                                now,
                                Event.Touch.KEPT,
                                now.minusMillis(1),
                                0,
                                now,
                                "test-1",
                                Town.COMMITMENT,
                                Optional.empty()));
        namesOnly(ticket, "ticket.issued", "claim is");
    }

    @Test
    void namesATicketOfAPolicyThatWasNotPublished() {
        var now = town.now();
        long ticket =
                town.forges(
                        Town.K1,
                        new Event.TicketIssued(
                                new TicketNumber('K', 1),
                                List.of(Town.SOC),
                                now,
                                Event.Touch.KEPT,
                                now,
                                0,
                                now,
                                "test-2",
                                Town.COMMITMENT,
                                Optional.empty()));
        namesOnly(ticket, "ticket.issued", "policy is test-2 but by the law test-1.");
    }

    @Test
    void namesAServiceThatStartsWithoutACall() {
        var aigerim = town.takes(Town.SOC);
        long start = town.forges(Town.AIDA, new Event.ServiceStarted(aigerim, Town.DESK_3));
        namesOnly(start, "service.started", "the law refuses this: the desk has called nobody.");
    }

    @Test
    void namesANoShowThatNoBoardHasShown() {
        town.wakesBoard();
        var aigerim = town.takes(Town.SOC);
        town.callsNext();
        town.passes(10);
        long noShow = town.forges(Town.AIDA, new Event.CallUnanswered(aigerim, Town.DESK_3));
        namesOnly(noShow, "call.unanswered", "the law refuses this: the visit was not called");
    }

    @Test
    void namesAnUndoThatCameTooLate() {
        var aigerim = town.takes(Town.SOC);
        long call = town.callsNext().entries().getFirst().index();
        town.passes(Duration.ofMillis(5_001));
        long undo =
                town.forges(
                        Town.AIDA,
                        new Event.CallWithdrawn(aigerim, Town.DESK_3, call, Event.Previous.NOBODY));
        namesOnly(undo, "call.withdrawn", "the law refuses this: it is too late to undo");
    }

    @Test
    void namesACallAtADeskThatPauses() {
        var aigerim = town.takes(Town.SOC);
        town.asks(new Command.PauseDesk(town.request(), Town.AIDA, Town.DESK_3, new Code("lunch")));
        long call = town.forges(Town.AIDA, Town.call(aigerim, Event.Rule.ORDER, 1, 0));
        namesOnly(call, "call.made", "the law refuses this: the desk pauses.");
    }

    @Test
    void namesAPauseForNoPublishedReason() {
        long pause = town.forges(Town.AIDA, new Event.DeskPaused(Town.DESK_3, new Code("fed-up")));
        namesOnly(pause, "desk.paused", "the law refuses this: the policy has no such reason.");
    }

    @Test
    void namesACallOfSomebodyWhoIsHeldForAnotherCounter() {
        var aigerim = town.takes(Town.SOC);
        town.callsNext();
        town.starts();
        var other = new Event.Target.Counter(Town.DESK_5);
        town.asks(new Command.TransferVisit(town.request(), Town.AIDA, Town.DESK_3, other, false));
        long call = town.forges(Town.AIDA, Town.call(aigerim, Event.Rule.ORDER, 1, 0));
        namesOnly(call, "call.made", "the law does nothing here.");
    }

    @Test
    void namesATransferToACounterWhereNobodyWorks() {
        var aigerim = town.takes(Town.SOC);
        town.callsNext();
        town.starts();
        town.asks(new Command.CloseDesk(town.request(), Town.DANIYAR, Town.DESK_5, Code.NONE));
        var closed = new Event.Target.Counter(Town.DESK_5);
        long transfer =
                town.forges(
                        Town.AIDA,
                        new Event.ServiceTransferred(aigerim, Town.DESK_3, closed, false));
        namesOnly(transfer, "service.transferred", "the law refuses this: nobody works at");
    }

    @Test
    void namesADirectServiceThatHidesWhomItOvertakes() {
        town.takes(Town.SOC);
        long direct =
                town.forges(
                        Town.AIDA,
                        new Event.ServiceDirect(
                                Town.DESK_3, "test-1", 0, 0, new Code("system-down")));
        names(direct, "service.direct", "eligible is 0 but by the law 1.");
        assertThat(Said.verify(data).out()).contains("counter 3, operator o-aida, reason system");
    }

    @Test
    void namesACounterThatWasTakenByAnOperatorWhoHasOne() {
        long taken =
                town.forges(
                        Town.DANIYAR,
                        new Event.DeskTaken(Town.DESK_3, List.of(Town.SOC), List.of()));
        names(taken, "desk.taken", "the law refuses this: the operator has another desk.");
    }

    @Test
    void namesADocumentOutsideTheListWithoutAReason() {
        var aigerim = town.takes(Town.SOC);
        town.callsNext();
        town.starts();
        long asked =
                town.forges(
                        Town.AIDA,
                        new Event.DocumentRequested(
                                aigerim, Town.DESK_3, false, Code.NONE, Town.COMMITMENT));
        namesOnly(asked, "document.requested", "the law refuses this: it needs a reason.");
        long added =
                town.forges(
                        Town.AIDA,
                        new Event.ServiceAdded(
                                aigerim, Town.DESK_3, Town.SOC, true, false, Town.COMMITMENT));
        names(added, "service.added", "joined is left out but by the law true.");
    }

    @Test
    void namesARatingBeforeTheEnd() {
        var aigerim = town.takes(Town.SOC);
        long rated = town.forges(Actor.BRANCH, new Event.Rated(aigerim, 5));
        namesOnly(rated, "rated", "the law refuses this: the visit is not over.");
    }

    @Test
    void namesACallOfSomebodyWhoIsAway() {
        var aigerim = town.takes(Town.SOC);
        town.passes(1);
        var bolat = town.takes(Town.SOC);
        town.asks(new Command.StepAside(town.request(), aigerim));
        long call = town.forges(Town.AIDA, Town.call(aigerim, Event.Rule.ORDER, 1, 0));
        names(
                call,
                "call.made",
                "it calls K001 (visit %d), but the law calls K002 (visit %d) by order."
                        .formatted(aigerim.index(), bolat.index()));
    }

    @Test
    void namesAResumptionAfterTheReturnTime() {
        var aigerim = town.takes(Town.SOC);
        town.asks(new Command.StepAside(town.request(), aigerim));
        town.passes(15);
        long back = town.forges(Town.AIDA, new Event.ServiceResumed(aigerim, Town.DESK_3));
        namesOnly(back, "service.resumed", "the law refuses this: the visit is not parked.");
    }

    @Test
    void namesACallOfSomebodyWhoWasServed() {
        var aigerim = town.takes(Town.SOC);
        town.callsNext();
        town.starts();
        town.finishes();
        long call = town.forges(Town.AIDA, Town.call(aigerim, Event.Rule.ORDER, 1, 0));
        names(call, "call.made", "the law does nothing here.");
    }

    @Test
    void namesASecondService() {
        var aigerim = town.takes(Town.SOC);
        town.callsNext();
        town.starts();
        town.finishes();
        long start = town.forges(Town.AIDA, new Event.ServiceStarted(aigerim, Town.DESK_3));
        names(start, "service.started", "the law refuses this: the desk has called nobody.");
    }

    @Test
    void namesACallAtADeskOfAnother() {
        var aigerim = town.takes(Town.SOC);
        long call = town.forges(Town.DANIYAR, Town.call(aigerim, Event.Rule.ORDER, 1, 0));
        namesOnly(call, "call.made", "the law refuses this: the desk is another operator's.");
    }

    @Test
    void namesADayThatCarriesAnotherState() {
        town.takes(Town.SOC);
        town.closesDay();
        town.passes(Duration.ofHours(12));
        var lawful = nextDay();
        var state = lawful.state();
        var counters = state.counters().put(new DeskId(9), Town.MAIN);
        var other =
                new Carried(
                        state.policies(),
                        state.catalogues(),
                        state.devices(),
                        counters,
                        state.rememberedFrom() + 1,
                        state.bookings(),
                        state.leases(),
                        state.findings());
        long opened =
                town.forges(Actor.BRANCH, new Event.DayOpened(lawful.day(), other, lawful.hash()));
        long from = state.rememberedFrom();
        namesOnly(
                opened,
                "day.opened",
                "state.rememberedFrom is %d but by the law %d.".formatted(from + 1, from));
    }

    @Test
    void namesADayWithAnotherHash() {
        town.closesDay();
        var lawful = nextDay();
        long opened =
                town.forges(
                        Actor.BRANCH,
                        new Event.DayOpened(lawful.day(), lawful.state(), Town.COMMITMENT));
        town.opensDesks();
        namesOnly(opened, "day.opened", "hash is " + Town.COMMITMENT + " but by the law ");
    }

    private Event.DayOpened nextDay() {
        var line = town.line();
        var command =
                new Command.OpenDay(
                        town.request(),
                        Actor.BRANCH,
                        Town.MONDAY.plusDays(1),
                        Map.of(Town.DESK_3, Town.MAIN, Town.DESK_5, Town.MAIN));
        var entries = Rules.decide(line, command, town.now()).entries();
        return (Event.DayOpened) entries.getFirst().event();
    }

    @Test
    void namesTotalsThatTheLogDoesNotGive() {
        town.takes(Town.SOC);
        var totals = town.line().totals();
        town.takes(Town.SOC);
        long closed = town.line().size();
        town.forges(
                Actor.BRANCH,
                new Event.DeskClosed(Town.DESK_3, Code.NONE),
                new Event.DeskClosed(Town.DESK_5, Code.NONE),
                new Event.TicketLeft(visit("K001"), Event.Leaving.DAY_CLOSED),
                new Event.TicketLeft(visit("K002"), Event.Leaving.DAY_CLOSED),
                new Event.DayClosed(Town.MONDAY, totals, Opened.NONE));
        namesOnly(closed + 4, "day.closed", "totals.issuedByGroup.SOC is 1 but by the law 2.");
    }

    private VisitId visit(String number) {
        return town.line().people().visit(TicketNumber.parse(number)).orElseThrow().id();
    }

    @Test
    void namesSomebodyWhoWasForgottenWhenTheDayClosed() {
        town.takes(Town.SOC);
        var totals = town.line().totals();
        long first =
                town.forges(
                        Actor.BRANCH,
                        new Event.DeskClosed(Town.DESK_3, Code.NONE),
                        new Event.DeskClosed(Town.DESK_5, Code.NONE),
                        new Event.DayClosed(Town.MONDAY, totals, Opened.NONE));
        namesOnly(first + 2, "day.closed", "by the law this is a ticket.left.");
    }

    @Test
    void namesACountSoSmallThatAPersonStandsOut() {
        var opened = new Opened(Map.of("ID-CARD", 5, "other", 2), Map.of("kk", 4), Map.of());
        var totals = town.line().totals();
        long first =
                town.forges(
                        Actor.BRANCH,
                        new Event.DeskClosed(Town.DESK_3, Code.NONE),
                        new Event.DeskClosed(Town.DESK_5, Code.NONE),
                        new Event.DayClosed(Town.MONDAY, totals, opened));
        namesOnly(first + 2, "day.closed", "chosen.languages.kk is 4 but by the law left out.");
    }

    @Test
    void namesACommandThatWasTornInTwo() {
        town.takes(Town.SOC);
        town.callsNext();
        town.starts();
        town.takes(Town.SOC);
        var before = town.line();
        var entries = town.callsNext().entries();
        assertThat(entries).hasSize(2);
        var first = entries.getFirst();
        var torn = new ArrayList<>(town.log().subList(0, Math.toIntExact(before.size())));
        torn.add(more(first, 0));
        torn.add(entries.getLast());
        names(torn, first.index(), "service.finished", "by the law a call.made follows");
    }

    @Test
    void namesACommandThatSaysTooManyEntries() {
        town.takes(Town.SOC);
        var entry = town.callsNext().entries().getFirst();
        var torn = new ArrayList<>(town.log());
        torn.set(torn.size() - 1, more(entry, 2));
        names(torn, entry.index(), "call.made", "says that 2 more of its command follow");
        torn.add(town.entry(Town.AIDA, town.request(), 0, new Event.CallShown(0, true)));
        names(torn, entry.index(), "call.made", "says that 2 more of its command follow");
    }

    private static Entry more(Entry entry, int more) {
        return new Entry(
                entry.index(),
                entry.at(),
                entry.by(),
                entry.dn(),
                entry.request(),
                more,
                entry.event());
    }

    private void names(List<Entry> entries, long index, String type, String why) {
        LogFolder.branch(data, entries);
        var said = Said.verify(data);
        assertThat(said.out()).contains("Entry " + index + " (" + type + "): " + why);
        assertThat(said.code()).isEqualTo(Verify.LAW_BROKEN);
    }

    @Test
    void namesARequestThatHadItsEffectTwice() {
        var request = town.request();
        town.writes(town.entry(Town.K1, request, 0, ticket(1, town.now())));
        long second = town.line().size();
        town.writes(town.entry(Town.K1, request, 0, ticket(2, town.now())));
        namesOnly(
                second,
                "ticket.issued",
                "its request was answered by entry " + (second - 1) + " already");
    }

    @Test
    void namesARefusedRequestThatHadAnEffectAfterwards() {
        var request = town.request();
        town.asks(new Command.StartService(request, Town.AIDA, Town.DESK_3));
        var aigerim = town.takes(Town.SOC);
        long call = town.line().size();
        town.writes(town.entry(Town.AIDA, request, 0, Town.call(aigerim, Event.Rule.ORDER, 1, 0)));
        namesOnly(call, "call.made", "its request was refused before (the desk has called nobody)");
    }

    @Test
    void namesAHoleInTheCountOfADevice() {
        town.takes(Town.SOC);
        var entry = town.entry(Town.K1, town.request(), 0, ticket(2, town.now()));
        var holed =
                new Entry(
                        entry.index(),
                        entry.at(),
                        entry.by(),
                        entry.dn() + 1,
                        entry.request(),
                        0,
                        entry.event());
        town.writes(holed);
        namesOnly(entry.index(), "ticket.issued", "dn is 4 but by the law 3.");
    }

    @Test
    void namesATimeThatFallsAndStopsThere() {
        town.passes(1);
        town.takes(Town.SOC);
        var entries = new ArrayList<>(town.log());
        var last = town.entry(Town.K1, town.request(), 0, ticket(2, town.now()));
        entries.add(
                new Entry(
                        last.index(),
                        Town.NINE,
                        last.by(),
                        last.dn(),
                        last.request(),
                        0,
                        ticket(2, Town.NINE)));
        names(
                entries,
                last.index(),
                "ticket.issued",
                "nothing from here on can be judged, because");
    }

    @Test
    void stopsWhereTheStoryMakesNoSense() {
        long index = town.line().size();
        var entries = new ArrayList<>(town.log());
        entries.add(
                new Entry(
                        index,
                        town.now(),
                        Town.AIDA,
                        0,
                        new RequestId(new UUID(9, 9)),
                        0,
                        new Event.ServiceStarted(new VisitId(4711), Town.DESK_3)));
        names(
                entries,
                index,
                "service.started",
                "nothing from here on can be judged, because no visit 4711.");
    }

    @Test
    void namesARefusalOfNobodyWhoCanBeRefused() {
        var refused = new Event.Refused(new Code("take"), Refusal.HALL_FULL);
        long index = town.forges(Actor.BRANCH, refused);
        namesOnly(index, "refused", "the branch's own commands leave no refusal.");
    }

    @Test
    void namesAHoleInTheCountOfADeviceThatWasRefused() {
        var refused = new Event.Refused(new Code("take"), Refusal.HALL_FULL);
        var entry = town.entry(Town.K1, town.request(), 0, refused);
        town.writes(
                new Entry(
                        entry.index(), entry.at(), Town.K1, 7, entry.request(), 0, entry.event()));
        namesOnly(entry.index(), "refused", "its dn is 7, but the last of that device was 0.");
    }

    @Test
    void namesWhatHappensBehindARefusal() {
        var refused = new Event.Refused(new Code("call-next"), Refusal.UNDO_PAUSE);
        var aigerim = town.takes(Town.SOC);
        long index = town.forges(Town.AIDA, refused, Town.call(aigerim, Event.Rule.ORDER, 1, 0));
        namesOnly(index + 1, "call.made", "nothing happens behind a refusal.");
    }

    @Test
    void namesAnEventThatNoCommandBeginsWith() {
        var aigerim = town.takes(Town.SOC);
        long index = town.forges(Town.K1, new Event.TicketRestored(aigerim));
        namesOnly(index, "ticket.restored", "no command begins with this.");
    }

    @Test
    void namesALogThatIsOpenedTwice() {
        long index = town.forges(Actor.BRANCH, new Event.LogOpened(Town.ORIGIN, "00", ""));
        namesOnly(index, "log.opened", "log.opened is the first entry of a log and no other.");
    }

    @Test
    void namesAnOverrideWithoutAPublishedReason() {
        town.takes(Town.SOC);
        town.passes(1);
        var bolat = town.takes(Town.SOC);
        wrong("the law refuses this: it needs a reason", override(bolat, "", 2, 1));
        wrong("the law refuses this: the policy has no such", override(bolat, "friend", 2, 1));
        long index = town.forges(Town.AIDA, override(bolat, "friend", 2, 1));
        names(index, "call.made", "the law refuses this: the policy has no such reason.");
    }

    @Test
    void namesAnOverrideThatHidesWhomItOvertakes() {
        town.takes(Town.SOC);
        town.passes(1);
        var bolat = town.takes(Town.SOC);
        wrong("eligible is 1 but by the law 2", override(bolat, "emergency", 1, 1));
        long index = town.forges(Town.AIDA, override(bolat, "emergency", 2, 0));
        names(index, "call.made", "overtaken is 0 but by the law 1.");
    }

    @Test
    void namesAnOverrideThatIsTheLawsOwnChoice() {
        var aigerim = town.takes(Town.SOC);
        wrong("reason is emergency but by the law left out", override(aigerim, "emergency", 1, 0));
    }

    @Test
    void namesAnOverrideThatIsNotTheOperatorsToMake() {
        var aigerim = town.takes(Town.SOC);
        var bolat = town.takes(Town.ID);
        town.asks(new Command.LeaveVisit(town.request(), Actor.BRANCH, town.takes(Town.SOC)));
        var gone = new VisitId(town.line().size() - 3);
        wrong("the desk does not serve the group", override(bolat, "emergency", 1, 0));
        wrong("the visit does not wait", override(gone, "emergency", 1, 0));
        wrong("there is no such visit", override(new VisitId(4711), "emergency", 1, 0));
        var stranger =
                town.entry(Town.DANIYAR, town.request(), 0, override(aigerim, "emergency", 1, 0));
        assertThat(sentence(stranger)).contains("the desk is another operator's");
        town.callsNext();
        wrong("the desk has called somebody already", override(aigerim, "emergency", 1, 0));
        town.starts();
        wrong("the desk is busy with another visit", override(aigerim, "emergency", 1, 0));
    }

    private void wrong(String why, Event.CallMade call) {
        assertThat(sentence(town.entry(Town.AIDA, town.request(), 0, call))).contains(why);
    }

    private String sentence(Entry entry) {
        return new Replay(town.line()).next(entry).getFirst().sentence();
    }

    private static Event.CallMade override(
            VisitId visit, String reason, int eligible, int overtaken) {
        return new Event.CallMade(
                visit,
                Town.DESK_3,
                Event.Rule.OVERRIDE,
                "test-1",
                eligible,
                overtaken,
                new Code(reason),
                true);
    }
}
