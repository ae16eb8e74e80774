package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.why;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Decision.Nothing;
import kz.adalkezek.queue.Visit.Stage;
import org.junit.jupiter.api.Test;

/// Who has booked a slot checks in: ten minutes early at most counts, a quarter of an hour late is
/// in time, and the booking gives fifteen minutes.
class BookingTest {

    private static final LocalDate TOMORROW = Day.DATE.plusDays(1);

    private final Day day = new Day();

    private static Instant minute(long minute) {
        return Day.NINE.plus(Duration.ofMinutes(minute));
    }

    @Test
    void givesWhoChecksInTheFairTimeOfTheSlotLessTheCredit() {
        var booking = day.booked("SOC", 30);
        day.passes(25);
        var aigerim = day.visit(day.comes(booking, "SOC"));
        assertThat(aigerim.arrival()).isEqualTo(minute(25));
        assertThat(aigerim.claim()).isEqualTo(minute(25));
        assertThat(aigerim.fair()).isEqualTo(minute(15));
        assertThat(aigerim.ground()).isEqualTo(Visit.Ground.NONE);
    }

    @Test
    void namesItselfInTheTicket() {
        var booking = day.booked("SOC", 30);
        var ticket = (Event.TicketIssued) Day.events(day.checksIn(booking, 0, "SOC")).getFirst();
        assertThat(ticket.checkIn()).contains(new Event.CheckIn(booking, minute(30)));
    }

    @Test
    void keepsTheArrivalOfWhoComesVeryEarlyAsFairTimeButNotAsClaim() {
        var booking = day.booked("SOC", 30);
        var early = day.visit(day.comes(booking, "SOC"));
        assertThat(early.claim()).isEqualTo(minute(20));
        assertThat(early.fair()).isEqualTo(minute(0));
    }

    @Test
    void isKeptByWhoComesAtTheLastInstantAndByNobodyAfterIt() {
        var kept = day.booked("SOC", 30);
        var missed = day.booked("SOC", 30);
        day.passes(45);
        var inTime = day.visit(day.comes(kept, "SOC"));
        assertThat(inTime.fair()).isEqualTo(minute(15));
        assertThat(inTime.claim()).isEqualTo(minute(45));
        assertThat(inTime.keptSlot()).isPresent();
        day.passesMillis(1);
        var late = day.visit(day.comes(missed, "SOC"));
        assertThat(late.fair()).isEqualTo(day.now()).isEqualTo(late.claim());
        assertThat(late.keptSlot()).isEmpty();
        assertThat(why(day.checksIn(missed, 0, "SOC"))).isEqualTo(Refusal.BOOKING_USED);
    }

    @Test
    void goesBetweenWalkInsWhoCameBeforeAndAfterItsFairTime() {
        var booking = day.booked("SOC", 30);
        day.passes(14);
        var before = day.takes("SOC");
        day.passes(2);
        var after = day.takes("SOC");
        day.passes(14);
        var booked = day.comes(booking, "SOC");
        day.passes(1);
        assertThat(day.desk(3).serves()).isEqualTo(before);
        day.desk(3).finishes();
        var call = day.desk(3).call();
        assertThat(call.visit()).isEqualTo(booked);
        assertThat(call.rule()).isEqualTo(Event.Rule.ORDER);
        assertThat(call.overtaken()).isEqualTo(1);
        assertThat(day.visit(after).lawfulOvertakes()).isEqualTo(1);
    }

    @Test
    void countsForNoDeskBeforeItsClaim() {
        var early = day.comes(day.booked("SOC", 30), "SOC");
        day.passes(20);
        day.passesMillis(-1);
        assertThat(day.desk(3).asksNext()).isInstanceOf(Nothing.class);
        day.passesMillis(1);
        assertThat(day.desk(3).callsNext()).isEqualTo(early);
        assertThat(day.waitsSinceCall(early)).isEqualTo(minute(20));
    }

    @Test
    void isNotOvertakenByACallBeforeItsClaim() {
        var early = day.comes(day.booked("SOC", 30), "SOC");
        day.passes(10);
        var walkIn = day.takes("SOC");
        day.passes(1);
        var call = day.desk(3).call();
        assertThat(call.visit()).isEqualTo(walkIn);
        assertThat(call.eligible()).isEqualTo(1);
        assertThat(call.overtaken()).isZero();
        assertThat(day.visit(early).overtakes()).isEmpty();
    }

    @Test
    void isOvertakenOnlyByWhoClaimsLater() {
        var early = day.comes(day.booked("SOC", 30), "SOC");
        day.passes(10);
        var sooner = day.takes("SOC");
        day.passes(12);
        day.desk(3).calls(sooner, "emergency");
        assertThat(day.visit(early).overtakes()).isEmpty();
        day.desk(3).starts();
        day.desk(3).finishes();
        day.passes(1);
        var later = day.takes("SOC");
        day.passes(1);
        day.desk(3).calls(later, "emergency");
        assertThat(day.visit(early).overtakes()).hasSize(1);
    }

    @Test
    void isHelpedByADeskOfAnotherGroupOnlySoLongAfterItsClaim() {
        var early = day.comes(day.booked("EMP", 30), "EMP");
        day.passes(30);
        day.passesMillis(-1);
        assertThat(day.desk(3).asksNext()).isInstanceOf(Nothing.class);
        day.passesMillis(1);
        assertThat(day.desk(3).callsNext()).isEqualTo(early);
    }

    @Test
    void waitsForItsClaimAgainWhenACallBeforeItIsUndone() {
        var early = day.comes(day.booked("SOC", 30), "SOC");
        day.passes(10);
        day.desk(3).calls(early, "emergency");
        day.desk(3).undoes();
        assertThat(day.visit(early).stage()).isEqualTo(new Stage.Waiting(minute(20)));
        day.passes(5);
        assertThat(day.desk(3).asksNext()).isInstanceOf(Nothing.class);
    }

    @Test
    void waitsForItsClaimWhenItIsBackFromAPauseBeforeIt() {
        var early = day.comes(day.booked("SOC", 30), "SOC");
        day.passes(1);
        day.stepsAside(early);
        day.passes(16);
        assertThat(day.line().asOf(day.now()).people().known(early).stage())
                .isEqualTo(new Stage.Waiting(minute(20)));
        assertThat(why(day.desk(3).unparks(early))).isEqualTo(Refusal.VISIT_NOT_PARKED);
        assertThat(day.desk(3).asksNext()).isInstanceOf(Nothing.class);
        day.passes(3);
        assertThat(day.desk(3).callsNext()).isEqualTo(early);
        assertThat(day.waitsSinceCall(early)).isEqualTo(minute(20));
    }

    @Test
    void losesOnlyTheGroundThatIsNotShown() {
        var booking = day.booked("SOC", 30);
        day.passes(25);
        var mother = day.handed(Day.issued(day.checksIn(booking, 30, "SOC")));
        assertThat(day.visit(mother).fair()).isEqualTo(minute(-5));
        day.desk(3).callsNext();
        day.desk(3).records(false);
        assertThat(day.visit(mother).fair()).isEqualTo(minute(15));
    }

    @Test
    void givesNothingToWhoWasLateAndDoesNotShowTheGround() {
        var booking = day.booked("SOC", 30);
        day.passes(46);
        var mother = day.handed(Day.issued(day.checksIn(booking, 30, "SOC")));
        assertThat(day.visit(mother).fair()).isEqualTo(minute(16));
        day.desk(3).callsNext();
        day.desk(3).records(false);
        assertThat(day.visit(mother).fair()).isEqualTo(minute(46));
    }

    @Test
    void staysUnderTheTermsOfThePolicyThatTheTicketNames() {
        var booking = day.booked("SOC", 30);
        day.passes(25);
        var mother = day.handed(Day.issued(day.checksIn(booking, 30, "SOC")));
        day.publishes(Command.AT_ONCE, SamplePolicy.booking("test-2", 0));
        day.desk(3).callsNext();
        day.desk(3).records(false);
        assertThat(day.visit(mother).fair()).isEqualTo(minute(15));
    }

    @Test
    void isUsedOnceWhateverBecomesOfTheTicket() {
        var booking = day.booked("SOC", 30);
        var visit = Day.issued(day.checksIn(booking, 0, "SOC"));
        day.passes(1);
        day.voids(visit);
        assertThat(why(day.checksIn(booking, 0, "SOC"))).isEqualTo(Refusal.BOOKING_USED);
        day.handed(visit);
        assertThat(day.visit(visit).stage()).isEqualTo(new Stage.Waiting(minute(20)));
    }

    @Test
    void isForTheGroupOfTheFirstLeg() {
        var booking = day.booked("SOC", 30);
        assertThat(why(day.checksIn(booking, 0, "ID", "SOC")))
                .isEqualTo(Refusal.BOOKING_OF_ANOTHER_GROUP);
        assertThat(day.checksIn(booking, 0, "SOC", "ID")).isInstanceOf(Accepted.class);
    }

    @Test
    void isForItsBusinessDayAndMustExist() {
        var tomorrow = Day.booking(day.books("SOC", 24 * 60, TOMORROW));
        assertThat(why(day.checksIn(tomorrow, 0, "SOC"))).isEqualTo(Refusal.BOOKING_OF_ANOTHER_DAY);
        assertThat(why(day.checksIn(new BookingId(0), 0, "SOC")))
                .isEqualTo(Refusal.BOOKING_UNKNOWN);
    }

    @Test
    void mayBeLeftForAWalkInTicket() {
        var booking = day.booked("SOC", 30);
        day.passes(25);
        var walkIn = day.visit(day.takes("SOC"));
        assertThat(walkIn.fair()).isEqualTo(minute(25));
        assertThat(day.checksIn(booking, 0, "SOC")).isInstanceOf(Accepted.class);
    }

    @Test
    void crossesTheNightWhenItIsForAnotherDayAndIsForgottenWhenItWasForThisOne() {
        var today = day.booked("SOC", 30);
        var used = day.booked("SOC", 30);
        day.comes(used, "SOC");
        var tomorrow = Day.booking(day.books("SOC", 24 * 60 + 30, TOMORROW));
        var dayAfter = Day.booking(day.books("SOC", 48 * 60, TOMORROW.plusDays(1)));
        assertThat(day.closes()).isInstanceOf(Accepted.class);
        day.passes(24 * 60);
        var opened = (Event.DayOpened) Day.events(day.opens(TOMORROW)).getFirst();
        assertThat(opened.state().bookings().made())
                .extracting(Sorted.Pair::key)
                .containsExactly(tomorrow, dayAfter);
        assertThat(Restarted.from(day.log())).isEqualTo(day.line());
        assertThat(why(day.checksIn(today, 0, "SOC"))).isEqualTo(Refusal.BOOKING_UNKNOWN);
        assertThat(day.checksIn(tomorrow, 0, "SOC")).isInstanceOf(Accepted.class);
        assertThat(Restarted.from(day.log())).isEqualTo(day.line());
    }

    @Test
    void isRefusedForASlotOrADayThatIsOver() {
        day.passes(30);
        assertThat(day.books("SOC", 30, Day.DATE)).isInstanceOf(Accepted.class);
        day.passesMillis(1);
        assertThat(why(day.books("SOC", 30, Day.DATE))).isEqualTo(Refusal.SLOT_IN_THE_PAST);
        assertThat(why(day.books("SOC", 60, Day.DATE.minusDays(1))))
                .isEqualTo(Refusal.SLOT_IN_THE_PAST);
        day.closes();
        assertThat(why(day.books("SOC", 60, Day.DATE))).isEqualTo(Refusal.SLOT_IN_THE_PAST);
        assertThat(day.books("SOC", 24 * 60, TOMORROW)).isInstanceOf(Accepted.class);
    }

    @Test
    void isRefusedForAGroupThatNobodyServes() {
        assertThat(why(day.books("HEAD", 30, Day.DATE))).isEqualTo(Refusal.GROUP_UNKNOWN);
    }

    @Test
    void isForADayThatTheSlotHasSomewhereOnEarth() {
        assertThatThrownBy(() -> day.books("SOC", 30, TOMORROW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(day.books("SOC", 7 * 60, TOMORROW)).isInstanceOf(Accepted.class);
    }

    @Test
    void isRefusedWhereOneEntryCouldNotCarryItToTheNextDay() {
        int made = 0;
        var decision = day.books("SOC", 24 * 60, TOMORROW);
        while (decision instanceof Accepted) {
            made++;
            decision = day.books("SOC", 24 * 60, TOMORROW);
        }
        assertThat(why(decision)).isEqualTo(Refusal.TOO_MUCH_TO_CARRY);
        assertThat(made).isGreaterThan(1_500);
        day.closes();
        assertThat(day.opens(TOMORROW)).isInstanceOf(Accepted.class);
        assertThat(Restarted.from(day.log())).isEqualTo(day.line());
    }
}
