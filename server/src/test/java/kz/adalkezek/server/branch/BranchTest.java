package kz.adalkezek.server.branch;

import static kz.adalkezek.server.branch.Office.CLERK;
import static kz.adalkezek.server.branch.Office.DESK_3;
import static kz.adalkezek.server.branch.Office.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kz.adalkezek.log.Receipt;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Decision;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Refusal;
import kz.adalkezek.queue.Visit;
import kz.adalkezek.queue.VisitId;
import kz.adalkezek.server.journal.Space;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The one writer on a real disk, with real openings and real signatures.
class BranchTest {

    private final Office.Clock clock = new Office.Clock();

    @Test
    void givesTheSameTicketToARetryAlsoAfterARestart(@TempDir Path data) {
        try (var office = new Office(data, clock).founded()) {
            var first = (Tickets.Taken.Ticket) office.takes(1, "ID-CARD");
            assertThat(first.again()).isFalse();
            assertThat(office.ticket(1, "ID-CARD")).isEqualTo(first.visit());
        }
        try (var office = new Office(data, clock)) {
            var again = (Tickets.Taken.Ticket) office.takes(1, "ID-CARD");
            assertThat(again.again()).isTrue();
            assertThat(office.branch.openings().of(again.visit()))
                    .hasValueSatisfying(o -> assertThat(o.services()).containsExactly("ID-CARD"));
        }
    }

    @Test
    void refusesARequestIdThatComesBackWithAnotherCommandAlsoAfterARestart(@TempDir Path data) {
        try (var office = new Office(data, clock).founded()) {
            office.ticket(1, "ID-CARD");
            assertThat(office.takes(1, "PASSPORT")).isEqualTo(reused());
        }
        try (var office = new Office(data, clock)) {
            long size = office.branch.line().size();
            assertThat(office.takes(1, "PASSPORT")).isEqualTo(reused());
            assertThat(office.branch.line().size()).isEqualTo(size);
        }
    }

    private static Tickets.Taken reused() {
        return new Tickets.Taken.Not(new Outcome.Reused());
    }

    @Test
    void callsPeopleByTheLawAndKeepsThePseudonymOfTheDayOverARestart(@TempDir Path data) {
        try (var office = new Office(data, clock).founded()) {
            var first = office.waits(1, "ID-CARD");
            office.opensDesk(2, "ID");
            var call = ((Decision.Accepted) office.callsNext(3)).entries().getLast();
            assertThat(((Event.CallMade) call.event()).visit()).isEqualTo(first);
            assertThat(call.by().name()).matches("o-[0-9a-f]{10}");
        }
        try (var office = new Office(data, clock)) {
            var start =
                    office.decided(
                            Ask.of(
                                    CLERK,
                                    Fingerprint.NONE,
                                    by -> new Command.StartService(request(4), by, DESK_3)));
            assertThat(start).isInstanceOf(Decision.Accepted.class);
        }
    }

    @Test
    void provesATicketSoThatAPhoneCanCheckIt(@TempDir Path data) {
        try (var office = new Office(data, clock).founded()) {
            var visit = office.ticket(1, "ID-CARD");
            office.ticket(2, "ID-CARD");
            var url = office.tickets.receipt(office.tickets.entry(visit.index())).orElseThrow();
            var receipt =
                    ((Receipt.Decoded.Read) Receipt.fromDigits(url.substring(url.indexOf('#') + 1)))
                            .receipt();
            assertThat(receipt.index()).isEqualTo(visit.index());
            assertThat(receipt.entry()).isPresent();
        }
    }

    @Test
    void sharesOneForceAndOneSignatureAmongKiosksThatAskTogether(@TempDir Path data) {
        try (var office = new Office(data, clock).founded();
                var kiosks = Executors.newVirtualThreadPerTaskExecutor()) {
            long before = office.journal.forces();
            var answers =
                    IntStream.range(0, 200)
                            .mapToObj(i -> kiosks.submit(() -> office.takes(i + 1, "ID-CARD")))
                            .toList();
            assertThat(answers).allSatisfy(a -> assertThat(a.get()).isNotNull());
            assertThat(office.journal.forces() - before).isLessThan(200);
        }
    }

    @Test
    void closesADeskAfterTheVisitThatIsThere(@TempDir Path data) {
        try (var office = new Office(data, clock).founded()) {
            office.waits(1, "ID-CARD");
            office.opensDesk(2, "ID");
            office.callsNext(3);
            office.decided(atDesk(by -> new Command.StartService(request(4), by, DESK_3)));
            var close =
                    office.decided(
                            atDesk(by -> new Command.CloseDesk(request(5), by, DESK_3, Code.NONE)));
            assertThat(close).isEqualTo(Decision.NOTHING);
            assertThat(office.branch.wishes().of(DESK_3)).isPresent();
            office.callsNext(6);
            assertThat(office.branch.line().hall().desks().get(DESK_3)).isEmpty();
            assertThat(office.branch.wishes().of(DESK_3)).isEmpty();
        }
    }

    private static Ask atDesk(java.util.function.Function<kz.adalkezek.queue.Actor, Command> c) {
        return Ask.of(CLERK, Fingerprint.NONE, c);
    }

    @Test
    void logsAStepOfTheWallClockAndNeverLetsTheLogsTimeFall(@TempDir Path data) {
        try (var office = new Office(data, clock).founded()) {
            var before = office.branch.line().at();
            clock.isSetTo(before.minus(Duration.ofHours(1)));
            office.ticket(1, "ID-CARD");
            var last = office.journal.size() - 1;
            var step = office.journal.entries(last - 1, last).toList().getFirst();
            assertThat(step.event()).isInstanceOf(Event.ClockStepped.class);
            assertThat(office.branch.line().at()).isEqualTo(before);
        }
    }

    @Test
    void voidsANumberThatNobodyHasInHandsAfterAMinute(@TempDir Path data) {
        try (var office = new Office(data, clock).founded()) {
            var visit = office.ticket(1, "ID-CARD");
            var rounds = new Rounds(office.branch, new Presence(clock), () -> Space.PLENTY);
            clock.passes(Duration.ofSeconds(59));
            rounds.walk();
            assertThat(office.branch.line().people().visit(visit).orElseThrow().stage())
                    .isInstanceOf(Visit.Stage.Reserved.class);
            clock.passes(Duration.ofSeconds(1));
            rounds.walk();
            assertThat(office.branch.line().people().visit(visit).orElseThrow().stage())
                    .isInstanceOf(Visit.Stage.Voided.class);
        }
    }

    @Test
    void saysThatABoardIsAwayAMinuteAfterItsLastHeartbeat(@TempDir Path data) {
        try (var office = new Office(data, clock).founded()) {
            var board = new DeviceId("b1");
            var rounds = new Rounds(office.branch, new Presence(clock), () -> Space.PLENTY);
            rounds.heard(board);
            assertThat(isHere(office, board)).isTrue();
            clock.passes(Duration.ofSeconds(59));
            rounds.walk();
            assertThat(isHere(office, board)).isTrue();
            clock.passes(Duration.ofSeconds(1));
            rounds.walk();
            assertThat(isHere(office, board)).isFalse();
        }
    }

    private static boolean isHere(Office office, DeviceId board) {
        return office.branch.line().hall().devices().get(board).orElseThrow().here();
    }

    @Test
    void givesNoTicketsOnANearlyFullDiskWhileDesksFinishThePeopleWhoWait(@TempDir Path data) {
        try (var office = new Office(data, clock).founded()) {
            office.waits(1, "ID-CARD");
            office.opensDesk(2, "ID");
            new Rounds(office.branch, new Presence(clock), () -> Space.RESERVE).walk();
            assertThat(office.takes(3, "ID-CARD"))
                    .isEqualTo(new Tickets.Taken.Not(new Outcome.NoSpace()));
            assertThat(office.callsNext(4)).isInstanceOf(Decision.Accepted.class);
        }
    }

    @Test
    void repeatsARefusalThatIsAnEvent(@TempDir Path data) {
        try (var office = new Office(data, clock).founded()) {
            var first = (Decision.Refused) office.callsNext(1);
            assertThat(first.why()).isEqualTo(Refusal.DESK_NOT_OPEN);
            assertThat(first.entries()).hasSize(1);
            assertThat(office.callsNext(1))
                    .isEqualTo(new Decision.Refused(Refusal.DESK_NOT_OPEN, List.of()));
        }
    }

    @Test
    void tellsListenersEachEntryOnceInTheOrderOfTheLog(@TempDir Path data)
            throws InterruptedException {
        try (var office = new Office(data, clock).founded();
                var seat = office.branch.feed().seat()) {
            long from = office.branch.line().size();
            office.ticket(1, "ID-CARD");
            office.ticket(2, "ID-CARD");
            var indexes = new java.util.ArrayList<Long>();
            while (indexes.size() < 2) {
                seat.await(1_000).stream()
                        .map(item -> item.entry().index())
                        .filter(index -> index >= from)
                        .forEach(indexes::add);
            }
            assertThat(indexes).containsExactly(from, from + 1);
        }
    }

    @Test
    void dropsAListenerThatDoesNotReadAndNeverWaitsForIt(@TempDir Path data) {
        try (var office = new Office(data, clock).founded();
                var seat = office.branch.feed().seat()) {
            // An answer comes before its entry is told: one call more, and those before are told.
            for (int i = 0; i <= Feed.MAILBOX_MAX + 1; i++) {
                office.callsNext(i);
            }
            assertThat(seat.isLost()).isTrue();
            assertThat(office.branch.feed().listeners()).isZero();
        }
    }

    @Test
    void mergesCountsUnderFiveInTheTotals(@TempDir Path data) {
        try (var office = new Office(data, clock).founded()) {
            for (int i = 1; i <= 6; i++) {
                office.ticket(i, "ID-CARD");
            }
            office.ticket(7, "PASSPORT");
            var counted = office.branch.openings().counted(office.branch.line());
            assertThat(counted.services())
                    .containsOnly(
                            java.util.Map.entry("ID-CARD", 6), java.util.Map.entry("other", 1));
        }
    }

    @Test
    void remembersAfterARestartWhatADeskHasAdded(@TempDir Path data) {
        VisitId visit;
        try (var office = new Office(data, clock).founded()) {
            visit = office.waits(1, "ID-CARD");
            office.opensDesk(2, "ID");
            office.callsNext(3);
            office.decided(atDesk(by -> new Command.StartService(request(4), by, DESK_3)));
            var annex = office.branch.openings().newAnnex(Annex.Kind.SERVICE, "PASSPORT");
            var commitment = annex.commitment();
            office.decided(
                    Ask.of(
                            CLERK,
                            Fingerprint.NONE,
                            annex,
                            by ->
                                    new Command.AddService(
                                            request(5),
                                            by,
                                            DESK_3,
                                            new GroupCode("SOC"),
                                            false,
                                            commitment)));
            assertThat(office.branch.openings().added(visit)).containsExactly("PASSPORT");
        }
        try (var office = new Office(data, clock).founded()) {
            assertThat(office.branch.openings().added(visit)).containsExactly("PASSPORT");
            assertThat(office.branch.openings().counted(office.branch.line()).services())
                    .containsOnly(java.util.Map.entry("other", 2));
        }
    }

    @Test
    void opensTodayAfterADayThatNobodyClosed(@TempDir Path data) {
        try (var office = new Office(data, clock).founded()) {
            office.ticket(1, "ID-CARD");
        }
        clock.passes(Duration.ofDays(1));
        try (var office = new Office(data, clock).founded()) {
            assertThat(office.branch.line().day())
                    .isEqualTo(new Line.Day.Open(office.branch.today()));
            var first = office.ticket(2, "ID-CARD");
            assertThat(office.branch.line().people().visit(first).orElseThrow().number())
                    .hasToString("A001");
        }
    }
}
