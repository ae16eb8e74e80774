package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.events;
import static kz.adalkezek.queue.Day.why;
import static org.assertj.core.api.Assertions.assertThat;

import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Decision.Nothing;
import org.junit.jupiter.api.Test;

/// Nobody comes: two counted calls, 45 seconds apart, and 45 seconds after the last.
class NoShowTest {

    private final Day day = new Day();

    @Test
    void followsTwoShownCallsAndTheTimeAfterTheLast() {
        var aigerim = calledOnABoard();
        day.boardShows(true);
        day.passesSeconds(45);
        day.desk(3).recalls();
        day.boardShows(true);
        day.passesMillis(44_999);
        assertThat(why(day.desk(3).marksNoShow())).isEqualTo(Refusal.NO_SHOW_TOO_SOON);
        day.passesMillis(1);
        assertThat(events(day.desk(3).marksNoShow()))
                .containsExactly(new Event.CallUnanswered(aigerim, new DeskId(3)));
        assertThat(day.visit(aigerim).stage()).isEqualTo(new Visit.Stage.Unanswered(day.now()));
    }

    @Test
    void countsALaterCallOnlyFromFortyFiveSecondsAfterTheLastCounted() {
        calledOnABoard();
        day.boardShows(true);
        day.passesMillis(44_999);
        day.desk(3).recalls();
        day.boardShows(true);
        day.passes(5);
        assertThat(why(day.desk(3).marksNoShow())).isEqualTo(Refusal.NO_SHOW_TOO_SOON);
        day.desk(3).recalls();
        day.boardShows(true);
        day.passesSeconds(45);
        assertThat(day.desk(3).marksNoShow()).isInstanceOf(Accepted.class);
    }

    @Test
    void countsNoCallThatNoBoardHasShown() {
        calledOnABoard();
        day.passesSeconds(45);
        day.desk(3).recalls();
        day.boardShows(true);
        day.passes(5);
        assertThat(why(day.desk(3).marksNoShow())).isEqualTo(Refusal.NO_SHOW_TOO_SOON);
    }

    @Test
    void takesACallThatIsShownWithoutSpeechForAcknowledged() {
        calledOnABoard();
        day.boardShows(false);
        day.passesSeconds(45);
        day.desk(3).recalls();
        day.boardShows(false);
        day.passesSeconds(45);
        assertThat(day.desk(3).marksNoShow()).isInstanceOf(Accepted.class);
    }

    @Test
    void countsTheInstantOfTheCallNotOfTheBoard() {
        calledOnABoard();
        day.passesSeconds(44);
        day.boardShows(true);
        day.passesSeconds(1);
        day.desk(3).recalls();
        day.boardShows(true);
        day.passesSeconds(45);
        assertThat(day.desk(3).marksNoShow()).isInstanceOf(Accepted.class);
    }

    @Test
    void countsCallsWhileEveryBoardOfTheHallIsAwayAndSaysSo() {
        day.takes("SOC");
        assertThat(day.desk(3).call().unacknowledged()).isTrue();
        day.passesSeconds(45);
        var again = (Event.CallRepeated) events(day.desk(3).recalls()).getFirst();
        assertThat(again.unacknowledged()).isTrue();
        day.passesSeconds(45);
        assertThat(day.desk(3).marksNoShow()).isInstanceOf(Accepted.class);
    }

    @Test
    void judgesTheBoardsAtTheInstantOfTheCall() {
        calledOnABoard();
        day.hearsTheBoard(false);
        day.passesSeconds(45);
        day.desk(3).recalls();
        day.passesSeconds(45);
        assertThat(why(day.desk(3).marksNoShow())).isEqualTo(Refusal.NO_SHOW_TOO_SOON);
    }

    @Test
    void expectsAnAcknowledgementWhileOneOfTwoBoardsIsHere() {
        day.enrols("b2", Event.DeviceKind.BOARD);
        calledOnABoard();
        assertThat(((Event.CallMade) day.lastEvent()).unacknowledged()).isFalse();
    }

    @Test
    void takesABoardOfAnotherHallForNone() {
        day.asks(
                new Command.EnrolDevice(
                        day.request(),
                        Actor.BRANCH,
                        new DeviceId("b2"),
                        Event.DeviceKind.BOARD,
                        new Code("upstairs")));
        day.asks(new Command.StateDevice(day.request(), new DeviceId("b2"), true));
        day.takes("SOC");
        assertThat(day.desk(3).call().unacknowledged()).isTrue();
    }

    @Test
    void startsCountingAnewWithEachCall() {
        calledOnABoard();
        day.boardShows(true);
        day.desk(3).undoes();
        day.passesSeconds(45);
        day.desk(3).callsNext();
        day.boardShows(true);
        day.passesSeconds(45);
        assertThat(why(day.desk(3).marksNoShow())).isEqualTo(Refusal.NO_SHOW_TOO_SOON);
    }

    @Test
    void acknowledgesEachCallOnceABoard() {
        day.enrols("b2", Event.DeviceKind.BOARD);
        calledOnABoard();
        long call = day.log().getLast().index();
        assertThat(events(day.boardShows(true))).containsExactly(new Event.CallShown(call, true));
        assertThat(day.boardShows(true)).isInstanceOf(Nothing.class);
        var other = new Actor.Device(new DeviceId("b2"));
        assertThat(day.shows(other, call, false)).isInstanceOf(Accepted.class);
    }

    @Test
    void hearsNothingOfACallThatIsOver() {
        calledOnABoard();
        long call = day.log().getLast().index();
        day.desk(3).starts();
        assertThat(day.shows(Day.BOARD, call, true)).isInstanceOf(Nothing.class);
    }

    @Test
    void hearsOfCallsFromBoardsAlone() {
        calledOnABoard();
        long call = day.log().getLast().index();
        var stranger = new Actor.Device(new DeviceId("b9"));
        assertThat(why(day.shows(stranger, call, true))).isEqualTo(Refusal.DEVICE_UNKNOWN);
        assertThat(why(day.shows(Day.operator(3), call, true))).isEqualTo(Refusal.DEVICE_UNKNOWN);
        assertThat(why(day.shows(Day.KIOSK, call, true))).isEqualTo(Refusal.DEVICE_OF_ANOTHER_KIND);
        assertThat(why(day.shows(Day.BOARD, call - 1, true))).isEqualTo(Refusal.CALL_UNKNOWN);
    }

    private VisitId calledOnABoard() {
        day.hearsTheBoard(true);
        day.takes("SOC");
        return day.desk(3).callsNext();
    }
}
