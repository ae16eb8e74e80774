package kz.adalkezek.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.queue.BookingId;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.SamplePolicy;
import kz.adalkezek.queue.TicketNumber;
import kz.adalkezek.queue.VisitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `verify --visit`: what became of one ticket, for a person who holds it.
class StoryTest {

    private final Town town = Town.open();
    private final Path data;

    StoryTest(@TempDir Path data) {
        this.data = data;
    }

    private Said story(String... options) {
        LogFolder.branch(data, town.log());
        return Said.verify(data, options);
    }

    private void showsGround() {
        town.asks(new Command.RecordGround(town.request(), Town.AIDA, Town.DESK_3, true));
    }

    @Test
    void tellsWhoWentBeforeAndWhy() {
        var aigerim = town.takes(Town.SOC);
        town.passes(1);
        town.takesWithCredit(30, Town.SOC);
        town.callsNext();
        showsGround();
        town.starts();
        town.passes(2);
        town.finishes();
        var direct = new Code("system-down");
        town.asks(new Command.ServeDirect(town.request(), Town.AIDA, Town.DESK_3, direct));
        town.passes(1);
        town.finishes();
        town.callsNext();
        town.passes(Duration.ofSeconds(20));
        town.starts();
        town.passes(5);
        town.finishes();
        var said = story("--visit", "K001", "--day", "2026-11-23");
        assertThat(said.code()).isEqualTo(Verify.SOUND);
        assertThat(said.out())
                .contains("The story of K001 on 2026-11-23 (visit " + aigerim.index() + ")")
                .contains(
                        "09:00:00  ticket K001 for SOC taken at k1; arrival 09:00:00, policy test-1.")
                .contains("09:00:00  printed and in the citizen's hands.")
                .contains(
                        "09:01:00  K002 was called before it at counter 3, by the law, with an"
                                + " earlier fair time (a published credit); overtaken by the law so far: 1")
                .contains(
                        "09:03:00  somebody without a ticket was served before it at counter 3, by"
                                + " an override, reason system-down; overtaken by the law so far: 1")
                .contains("09:04:00  called at counter 3 by order; the desk could have called 1, 0")
                .contains("09:09:20  service finished at counter 3 (accepted).")
                .contains(
                        "Its clocks: waiting 4:00.000, walking 0:20.000, service 5:00.000, away"
                                + " 0:00.000; together 9:20.000 from 09:00:00 to 09:09:20.")
                .endsWith("every call follows the published law.\n");
    }

    @Test
    void tellsOfAnUndoneCallAndAReturnTime() {
        town.takes(Town.SOC);
        town.passes(1);
        town.takesWithCredit(30, Town.SOC);
        town.callsNext();
        town.asks(new Command.UndoCall(town.request(), Town.AIDA, Town.DESK_3));
        town.passes(1);
        town.callsNext();
        showsGround();
        town.starts();
        town.callsNext();
        town.starts();
        var reason = new Code("waits-for-payment");
        var back = Optional.of(town.now().plusSeconds(120));
        town.asks(new Command.ParkVisit(town.request(), Town.AIDA, Town.DESK_3, reason, back));
        town.passes(5);
        town.callsNext();
        var said = story("--visit", "K001");
        assertThat(said.out())
                .contains("was taken back: nobody went before it.")
                .contains(
                        "09:02:00  put on hold at counter 3, reason waits-for-payment, back at 09:04")
                .contains("-  09:04:00  its return time came: it waits again.")
                .contains("09:07:00  called at counter 3 by order")
                .contains("waiting 5:00.000, walking 0:00.000, service 0:00.000, away 2:00.000")
                .contains("It goes on.");
    }

    @Test
    void tellsOfABookingThatWentBefore() {
        var slot = Town.NINE.plus(Duration.ofMinutes(10));
        var booked =
                town.asks(
                        new Command.Book(
                                town.request(),
                                Town.AIDA,
                                slot,
                                Town.MONDAY,
                                Town.SOC,
                                Town.COMMITMENT));
        town.takes(Town.SOC);
        town.passes(1);
        var booking = new BookingId(booked.entries().getFirst().index());
        var ticket =
                new Command.TakeTicket(
                        town.request(),
                        Town.K1,
                        List.of(Town.SOC),
                        Command.Touched.UNKNOWN,
                        0,
                        Town.COMMITMENT,
                        Optional.of(booking));
        town.handed(new VisitId(town.asks(ticket).entries().getFirst().index()));
        town.passes(Duration.ofMinutes(1));
        town.callsNext();
        assertThat(story("--visit", "K002").out())
                .contains("arrival 09:01:00, with a booking for 09:10:00, policy");
        assertThat(story("--visit", "K001").out())
                .contains("K002 was called before it at counter 3, for its booking for 09:10:00;");
    }

    @Test
    void tellsOfEveryVisitOfBusyDays() {
        var days = BusyDays.of(21, 1_200, 300);
        LogFolder.branch(data, days.log());
        int told = 0;
        for (var entry : days.log()) {
            if (entry.event() instanceof Event.TicketIssued ticket && told++ % 9 == 0) {
                var day = entry.at().toString().substring(0, "2026-11-23".length());
                var said = Said.verify(data, "--visit", ticket.number().toString(), "--day", day);
                assertThat(said.code()).as(said.err()).isEqualTo(Verify.SOUND);
                assertThat(said.out())
                        .contains("(visit " + entry.index() + ")", "Its clocks: ")
                        .doesNotContain("(service", "(ticket", "(call");
            }
        }
        assertThat(told).isGreaterThan(50);
    }

    @Test
    void cannotTellOfATicketThatWasNotIssued() {
        town.takes(Town.SOC);
        cannotTell(
                "no ticket K002 was issued on 2026-11-23",
                "--visit",
                "K002",
                "--day",
                "2026-11-23");
        cannotTell("no ticket A001 was issued.", "--visit", "A001");
        cannotTell(
                "the log has no day 2026-11-22, only 2026-11-23 to 2026-11-23",
                "--visit",
                "K001",
                "--day",
                "2026-11-22");
    }

    @Test
    void asksForTheDayOfANumberThatWasGivenTwice() {
        town.takes(Town.SOC);
        town.closesDay();
        town.passes(Duration.ofDays(1));
        town.opensDay(Town.MONDAY.plusDays(1));
        town.takes(Town.SOC);
        cannotTell(
                "K001 was issued 2 times (2026-11-23, 2026-11-24); say which with --day",
                "--visit",
                "K001");
        assertThat(story("--visit", "K001", "--day", "2026-11-24").code()).isEqualTo(Verify.SOUND);
    }

    @Test
    void tellsALateTicketOnTheDayToWhichItBelongs() {
        town.asks(new Command.LeaseNumbers(town.request(), Town.K1, 'K', 5));
        town.asks(offline(1));
        town.closesDay();
        town.asks(offline(2));
        town.passes(Duration.ofDays(1));
        town.opensDay(Town.MONDAY.plusDays(1));
        town.takes(Town.SOC);
        town.takes(Town.SOC);
        town.takes(Town.SOC);
        town.asks(offline(3));
        for (int i = 1; i <= 3; i++) {
            var monday = story("--visit", "K00" + i, "--day", "2026-11-23");
            assertThat(monday.code()).as(monday.err()).isEqualTo(Verify.SOUND);
            assertThat(monday.out()).contains("given without the branch");
            assertThat(monday.out()).contains("on 2026-11-23").contains("Its clocks: waiting");
            var tuesday = story("--visit", "K00" + i, "--day", "2026-11-24");
            assertThat(tuesday.out()).contains("K00" + i).doesNotContain("without the branch");
        }
    }

    private Command offline(int ordinal) {
        return new Command.MergeTicket(
                town.request(),
                Town.K1,
                new TicketNumber('K', ordinal),
                Town.MONDAY,
                List.of(Town.SOC),
                Town.NINE,
                0,
                SamplePolicy.POLICY.version(),
                Town.COMMITMENT,
                Optional.of(Event.Handing.PRINTED),
                Code.NONE,
                0,
                Optional.empty(),
                Optional.empty());
    }

    private void cannotTell(String why, String... options) {
        var said = story(options);
        assertThat(said.code()).isEqualTo(Verify.CANNOT_READ);
        assertThat(said.err()).contains("Cannot verify: " + why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"K47", "k047", "K0470", "047", "--day"})
    void refusesWhatIsNoNumber(String number) {
        var said = story("--visit", number);
        assertThat(said.code()).isEqualTo(Verify.CANNOT_READ);
        assertThat(said.err()).contains("is not a ticket number, which looks like K047");
    }
}
