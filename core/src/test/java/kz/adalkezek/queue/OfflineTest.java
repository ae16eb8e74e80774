package kz.adalkezek.queue;

import static kz.adalkezek.queue.Refusal.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.audit.Replay;
import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Decision.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Kiosks without the branch: numbers held beforehand, tickets handed over later.
class OfflineTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final DeviceId K1 = new DeviceId("k1");
    private static final Actor HEAD = new Actor.Operator("o-head");

    private final Day day = new Day();

    @AfterEach
    void theVerifierFindsTheSame() {
        assertThat(new Replay().next(day.log())).isEmpty();
    }

    @Test
    void theBranchGoesOnBehindTheNumbersThatAKioskHolds() {
        day.takes("SOC");
        assertThat(leases(10)).isEqualTo(new Block('K', 2, 11, TODAY));
        assertThat(number(day.takes("EMP"))).isEqualTo("K012");
        assertThat(leases(5)).isEqualTo(new Block('K', 13, 17, TODAY));
    }

    @Test
    void aKioskHoldsAtMostFiveHundredOfALetter() {
        leases(499);
        assertThat(refused(lease('K', 2))).isEqualTo(LEASED_ENOUGH);
        leases(1);
        assertThat(refused(lease('K', 1))).isEqualTo(LEASED_ENOUGH);
        assertThat(day.asks(lease('A', 500))).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501})
    void noLeaseHasSuchASize(int count) {
        assertThatThrownBy(() -> lease('K', count)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyAKioskOnAnOpenDayGetsNumbersOfAKnownLetter() {
        assertThat(refused(lease('Z', 5))).isEqualTo(LETTER_UNKNOWN);
        assertThat(refused(new Command.LeaseNumbers(day.request(), Day.BOARD, 'K', 5)))
                .isEqualTo(DEVICE_OF_ANOTHER_KIND);
        day.asks(new Command.CloseDesk(day.request(), Day.operator(3), new DeskId(3), Code.NONE));
        day.closes();
        assertThat(refused(lease('K', 5))).isEqualTo(DAY_NOT_OPEN);
    }

    @Test
    void whoeverTookATicketOfflineStandsWhereTheTouchWas() {
        leases(10);
        day.passes(5);
        var touched = day.now();
        day.passes(10);
        var online = Day.issued(day.asks(day.takenBy(Day.operator(3))));
        day.hands(Day.operator(3), online, Event.Handing.PRINTED, Code.NONE);
        day.passes(10);
        var offline = merged(ticket(1, touched));
        assertThat(day.visit(offline).arrival()).isEqualTo(touched);
        assertThat(day.visit(offline).waited(day.now())).isZero();
        assertThat(number(offline)).isEqualTo("K001");
        var call = day.desk(3).call();
        assertThat(call.visit()).isEqualTo(offline);
        assertThat(call.overtaken()).isZero();
        assertThat(day.visit(online).overtakes()).isEmpty();
    }

    @Test
    void callsBeforeTheHandOverHaveOvertakenNobodyWhoWasNotKnown() {
        leases(10);
        var touched = day.now();
        day.passes(5);
        day.takes("SOC");
        day.desk(3).callsNext();
        day.passes(5);
        assertThat(day.visit(merged(ticket(1, touched))).overtakes()).isEmpty();
    }

    @Test
    void theTouchIsBoundedByWhatTheKioskHadHeard() {
        leases(10);
        day.passes(5);
        var early = day.now();
        day.passes(5);
        day.takes("SOC");
        var heard = day.now();
        day.passes(5);
        var visit = day.visit(merged(ticket(1, early)));
        assertThat(visit.arrival()).isEqualTo(heard);
        // And what it gave alone says nothing of what it has heard.
        day.passes(5);
        assertThat(day.visit(merged(ticket(2, early))).arrival()).isEqualTo(heard);
        assertThat(day.visit(merged(ticket(3, day.now().plusSeconds(3_600)))).arrival())
                .isEqualTo(day.now());
    }

    @Test
    void theNumbersOfALeaseComeInTheirOrder() {
        leases(10);
        assertThat(refused(ticket(2, day.now()))).isEqualTo(NUMBERS_NOT_LEASED);
        merged(ticket(1, day.now()));
        assertThat(refused(ticket(1, day.now()))).isEqualTo(NUMBERS_NOT_LEASED);
        merged(ticket(2, day.now()));
        assertThat(refused(ticket(11, day.now()))).isEqualTo(NUMBERS_NOT_LEASED);
    }

    @Test
    void theRulesAreThoseThatWereInForceAtTheTouch() {
        leases(10);
        var before = day.now();
        day.passes(10);
        day.publishes(Command.AT_ONCE, SamplePolicy.helpingAfter("test-2", 5));
        day.passes(10);
        assertThat(refused(ticket(1, day.now()))).isEqualTo(POLICY_NOT_IN_FORCE);
        merged(ticket(1, before));
        assertThat(refused(with(ticket(2, before), "ID", 0))).isEqualTo(GROUP_UNKNOWN);
        assertThat(refused(with(ticket(2, before), "SOC", 7))).isEqualTo(GROUND_UNKNOWN);
        var credited = day.visit(merged(with(ticket(2, before), "SOC", 15)));
        assertThat(credited.fair()).isEqualTo(credited.arrival().minusSeconds(900));
    }

    @Test
    void aKioskDoesNothingElseBeforeAllIsHandedOver() {
        leases(10);
        merged(ticket(1, day.now(), 2, Optional.empty()));
        assertThat(refused(day.take(day.request(), "SOC", 0))).isEqualTo(OFFLINE_FIRST);
        assertThat(refused(lease('K', 1))).isEqualTo(OFFLINE_FIRST);
        merged(ticket(2, day.now(), 1, Optional.empty()));
        assertThat(refused(day.take(day.request(), "SOC", 0))).isEqualTo(OFFLINE_FIRST);
        merged(ticket(3, day.now()));
        assertThat(number(day.takes("SOC"))).isEqualTo("K011");
    }

    @Test
    void aKioskThatHasLostWhatItOwesIsFreeOnceItHoldsNoNumbers() {
        leases(10);
        merged(ticket(1, day.now(), 99_999, Optional.empty()));
        assertThat(day.asks(release(HEAD, 2, 9))).isInstanceOf(Accepted.class);
        assertThat(refused(day.take(day.request(), "SOC", 0))).isEqualTo(OFFLINE_FIRST);
        assertThat(day.asks(release(Day.KIOSK, 10, 10))).isInstanceOf(Accepted.class);
        assertThat(number(day.takes("SOC"))).isEqualTo("K011");
        leases(1);
        merged(ticket(12, day.now(), 1, Optional.empty()));
        assertThat(number(day.takes("SOC"))).isEqualTo("K013");
    }

    @Test
    void aKioskThatGivesBackWhatItCouldNotHandOverOwesItNoMore() {
        leases(10);
        merged(ticket(1, day.now(), 2, Optional.empty()));
        assertThat(day.asks(release(Day.KIOSK, 2, 2))).isInstanceOf(Accepted.class);
        assertThat(refused(day.take(day.request(), "SOC", 0))).isEqualTo(OFFLINE_FIRST);
        assertThat(day.asks(release(Day.KIOSK, 3, 3))).isInstanceOf(Accepted.class);
        assertThat(number(day.takes("SOC"))).isEqualTo("K011");
    }

    @Test
    void whatTheHeadGivesBackIsNothingThatTheKioskHasHandedOver() {
        leases(10);
        merged(ticket(1, day.now(), 2, Optional.empty()));
        assertThat(day.asks(release(HEAD, 2, 7))).isInstanceOf(Accepted.class);
        assertThat(refused(day.take(day.request(), "SOC", 0))).isEqualTo(OFFLINE_FIRST);
        merged(ticket(8, day.now(), 1, Optional.empty()));
        merged(ticket(9, day.now(), 0, Optional.empty()));
        assertThat(number(day.takes("SOC"))).isEqualTo("K011");
    }

    @Test
    void theTicketOfARequestThatWasNeverAnsweredIsVoid() {
        leases(10);
        var request = day.request();
        var lost = Day.issued(day.asks(day.take(request, "SOC", 0)));
        var offline = merged(ticket(1, day.now(), 0, Optional.of(request)));
        assertThat(day.visit(lost).stage()).isInstanceOf(Visit.Stage.Voided.class);
        assertThat(day.desk(3).callsNext()).isEqualTo(offline);
    }

    @Test
    void oneOfAnotherKioskStays() {
        leases(10);
        day.enrols("k2", Event.DeviceKind.KIOSK);
        var request = day.request();
        var theirs =
                Day.issued(
                        day.asks(
                                new Command.TakeTicket(
                                        request,
                                        new Actor.Device(new DeviceId("k2")),
                                        List.of(Day.SOC),
                                        Command.Touched.UNKNOWN,
                                        0,
                                        Day.COMMITMENT,
                                        Optional.empty())));
        merged(ticket(1, day.now(), 0, Optional.of(request)));
        assertThat(day.visit(theirs).stage()).isInstanceOf(Visit.Stage.Reserved.class);
    }

    @Test
    void oneThatIsInSomebodysHandsStays() {
        leases(10);
        var request = day.request();
        var held = day.handed(Day.issued(day.asks(day.take(request, "SOC", 0))));
        merged(ticket(1, day.now(), 0, Optional.of(request)));
        assertThat(day.visit(held).stage()).isInstanceOf(Visit.Stage.Waiting.class);
    }

    @Test
    void aTicketOfADayThatIsOverHasLeftAtOnce() {
        leases(10);
        var touched = day.now();
        day.asks(new Command.CloseDesk(day.request(), Day.operator(3), new DeskId(3), Code.NONE));
        day.closes();
        var decision = day.asks(ticket(1, touched));
        assertThat(decision.entries())
                .extracting(Entry::event)
                .hasExactlyElementsOfTypes(Event.TicketIssued.class, Event.TicketLeft.class);
        day.passes(24 * 60);
        day.opens(TODAY.plusDays(1));
        assertThat(number(day.takes("SOC"))).isEqualTo("K001");
        assertThat(day.asks(ticket(2, touched)).entries()).hasSize(2);
        assertThat(number(day.takes("SOC"))).isEqualTo("K002");
        assertThat(day.line().leases().open())
                .containsExactly(new Leases.Lease(K1, new Block('K', 3, 10, TODAY)));
        // Neither the totals nor the clocks of the later day know of it.
        var closed = (Event.DayClosed) day.closes().entries().getLast().event();
        assertThat(closed.totals().issuedBy().get("k1")).contains(2);
    }

    @Test
    void theHeadReleasesWhatALostKioskHeld() {
        leases(10);
        merged(ticket(1, day.now()));
        assertThat(refused(release(HEAD, 1, 10))).isEqualTo(NUMBERS_NOT_LEASED);
        assertThat(refused(release(HEAD, 2, 11))).isEqualTo(NUMBERS_NOT_LEASED);
        day.enrols("k2", Event.DeviceKind.KIOSK);
        var other = new Actor.Device(new DeviceId("k2"));
        assertThat(refused(release(other, 2, 10))).isEqualTo(NUMBERS_NOT_LEASED);
        day.asks(new Command.RevokeDevice(day.request(), HEAD, K1));
        assertThat(day.asks(release(HEAD, 2, 10))).isInstanceOf(Accepted.class);
        assertThat(day.line().leases().open()).isEmpty();
    }

    @Test
    void aKioskThatHasLostSomeTicketsReleasesTheirNumbers() {
        leases(10);
        assertThat(day.asks(release(Day.KIOSK, 1, 3))).isInstanceOf(Accepted.class);
        assertThat(number(merged(ticket(4, day.now())))).isEqualTo("K004");
    }

    @Test
    void aDeclaredGapIsExcusedAndNoOther() {
        day.takes("SOC");
        long dn = day.line().hall().devices().get(K1).orElseThrow().dn();
        assertThat(refused(new Command.DeclareGap(day.request(), HEAD, K1, dn))).isEqualTo(NO_GAP);
        day.asks(new Command.DeclareGap(day.request(), HEAD, K1, dn + 4));
        var next = day.asks(day.take(day.request(), "SOC", 0)).entries().getFirst();
        assertThat(next.dn()).isEqualTo(dn + 5);
    }

    @Test
    void aHandOverThatFailedIsNoHandOver() {
        leases(10);
        var visit =
                merged(
                        ticket(
                                1,
                                day.now(),
                                Optional.of(Event.Handing.FAILED),
                                new Code("printer-out-of-paper")));
        assertThat(day.visit(visit).stage()).isInstanceOf(Visit.Stage.Reserved.class);
    }

    private Command.LeaseNumbers lease(char letter, int count) {
        return new Command.LeaseNumbers(day.request(), Day.KIOSK, letter, count);
    }

    private Block leases(int count) {
        var entry = day.asks(lease('K', count)).entries().getFirst();
        return ((Event.NumbersLeased) entry.event()).block();
    }

    private Command.ReleaseNumbers release(Actor by, int from, int to) {
        return new Command.ReleaseNumbers(day.request(), by, K1, new Block('K', from, to, TODAY));
    }

    private Command.MergeTicket ticket(int ordinal, Instant touched) {
        return ticket(ordinal, touched, 0, Optional.empty());
    }

    private Command.MergeTicket ticket(
            int ordinal, Instant touched, int pending, Optional<RequestId> unanswered) {
        return new Command.MergeTicket(
                day.request(),
                Day.KIOSK,
                new TicketNumber('K', ordinal),
                TODAY,
                List.of(Day.SOC),
                touched,
                0,
                "test-1",
                Day.COMMITMENT,
                Optional.of(Event.Handing.PRINTED),
                Code.NONE,
                pending,
                unanswered,
                Optional.empty());
    }

    private Command.MergeTicket ticket(
            int ordinal, Instant touched, Optional<Event.Handing> handed, Code reason) {
        return new Command.MergeTicket(
                day.request(),
                Day.KIOSK,
                new TicketNumber('K', ordinal),
                TODAY,
                List.of(Day.SOC),
                touched,
                0,
                "test-1",
                Day.COMMITMENT,
                handed,
                reason,
                0,
                Optional.empty(),
                Optional.empty());
    }

    private Command.MergeTicket with(Command.MergeTicket ticket, String group, int credit) {
        return new Command.MergeTicket(
                ticket.request(),
                ticket.by(),
                ticket.number(),
                ticket.day(),
                List.of(new GroupCode(group)),
                ticket.touched(),
                credit,
                ticket.policy(),
                ticket.commitment(),
                ticket.handed(),
                ticket.reason(),
                ticket.pending(),
                ticket.unanswered(),
                ticket.signed());
    }

    private VisitId merged(Command.MergeTicket ticket) {
        var decision = day.asks(ticket);
        assertThat(decision).isInstanceOf(Accepted.class);
        return Day.issued(decision);
    }

    private String number(VisitId visit) {
        return day.visit(visit).number().toString();
    }

    private Refusal refused(Command command) {
        var decision = day.asks(command);
        assertThat(decision).isInstanceOf(Refused.class);
        return ((Refused) decision).why();
    }
}
