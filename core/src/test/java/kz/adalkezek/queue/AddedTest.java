package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.SOC;
import static kz.adalkezek.queue.Day.events;
import static kz.adalkezek.queue.Day.why;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.adalkezek.queue.Decision.Accepted;
import org.junit.jupiter.api.Test;

/// What turns out at the desk: one more service, a paper that is lacking.
class AddedTest {

    private static final DeskId DESK = new DeskId(3);

    private final Day day = new Day();

    @Test
    void isALegAtTheEnd() {
        var aigerim = day.takesLegs("SOC", "EMP");
        day.desk(3).serves();
        assertThat(events(day.desk(3).adds("ID", false)))
                .containsExactly(
                        new Event.ServiceAdded(
                                aigerim, DESK, Day.ID, false, false, Day.COMMITMENT));
        assertThat(groups(aigerim)).containsExactly(SOC, Day.EMP, Day.ID);
    }

    @Test
    void isTheNextLegWhenThatIsAskedFor() {
        var aigerim = day.takesLegs("SOC", "EMP");
        day.desk(3).serves();
        day.desk(3).adds("ID", true);
        assertThat(groups(aigerim)).containsExactly(SOC, Day.ID, Day.EMP);
        day.desk(3).finishes();
        assertThat(day.visit(aigerim).group()).isEqualTo(Day.ID);
    }

    @Test
    void isNoLegOfItsOwnBehindOneOfTheSameGroup() {
        var aigerim = day.takesLegs("SOC", "EMP");
        day.desk(3).serves();
        assertThat(((Event.ServiceAdded) events(day.desk(3).adds("SOC", true)).getFirst()).joined())
                .isTrue();
        assertThat(
                        ((Event.ServiceAdded) events(day.desk(3).adds("EMP", false)).getFirst())
                                .joined())
                .isTrue();
        assertThat(groups(aigerim)).containsExactly(SOC, Day.EMP);
        day.desk(3).adds("SOC", false);
        assertThat(groups(aigerim)).containsExactly(SOC, Day.EMP, SOC);
    }

    @Test
    void isLimitedByThePolicyAndTheCatalogue() {
        day.takesLegs("SOC", "EMP", "SOC", "EMP", "SOC");
        assertThat(why(day.desk(3).adds("ID", false))).isEqualTo(Refusal.NOTHING_SERVED);
        day.desk(3).serves();
        assertThat(why(day.desk(3).adds("HEAD", false))).isEqualTo(Refusal.GROUP_UNKNOWN);
        assertThat(why(day.desk(3).adds("ID", false))).isEqualTo(Refusal.TOO_MANY_LEGS);
        assertThat(day.desk(3).adds("SOC", false)).isInstanceOf(Accepted.class);
    }

    @Test
    void isAPaperOfTheListOrAnotherForAReason() {
        var aigerim = day.takes("SOC");
        assertThat(why(day.desk(3).requests(true, ""))).isEqualTo(Refusal.NOTHING_SERVED);
        day.desk(3).serves();
        assertThat(events(day.desk(3).requests(true, "identity-unclear")))
                .containsExactly(
                        new Event.DocumentRequested(
                                aigerim, DESK, true, Code.NONE, Day.COMMITMENT));
        assertThat(why(day.desk(3).requests(false, ""))).isEqualTo(Refusal.REASON_NEEDED);
        assertThat(why(day.desk(3).requests(false, "curious"))).isEqualTo(Refusal.REASON_UNKNOWN);
        assertThat(day.desk(3).requests(false, "identity-unclear")).isInstanceOf(Accepted.class);
        assertThat(day.desk(3).work()).isEqualTo(new Desk.Work.Serving(aigerim));
    }

    private List<GroupCode> groups(VisitId visit) {
        return day.visit(visit).legs().stream().map(Visit.Leg::group).toList();
    }
}
