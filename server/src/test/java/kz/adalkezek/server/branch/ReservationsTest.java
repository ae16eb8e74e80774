package kz.adalkezek.server.branch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.adalkezek.queue.BookingId;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Decision;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.Opened;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Codes of bookings: how people type them, and that they outlive a restart and a night.
class ReservationsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Map<DeskId, Code> HALLS = Map.of(Office.DESK_3, Office.HALL);

    private final Office.Clock clock = new Office.Clock();

    private static Reservation books(Office office, long request, int inDays) {
        var reservation = office.branch.openings().newReservation("ID-CARD");
        var slot = Office.NINE.plus(Duration.ofDays(inDays)).plus(Duration.ofMinutes(30));
        var decision =
                office.decided(
                        Ask.of(
                                Office.CLERK,
                                Fingerprint.NONE,
                                reservation,
                                by ->
                                        new Command.Book(
                                                Office.request(request),
                                                by,
                                                slot,
                                                MONDAY.plusDays(inDays),
                                                new GroupCode("ID"),
                                                reservation.commitment())));
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return reservation;
    }

    private static Optional<BookingId> typed(Office office, Reservation reservation) {
        return office.branch
                .openings()
                .reservations()
                .typed(reservation.shown())
                .map(Reservations.Known::booking);
    }

    private static void turnsToTheNextDay(Office office) {
        office.decided(Ask.itself(new Command.CloseDay(Office.request(90), by(), Opened.NONE)));
        office.clock().passes(Duration.ofDays(1));
        office.decided(
                Ask.itself(
                        new Command.OpenDay(Office.request(91), by(), MONDAY.plusDays(1), HALLS)));
    }

    private static kz.adalkezek.queue.Actor by() {
        return kz.adalkezek.queue.Actor.BRANCH;
    }

    @Test
    void areFoundAgainAfterARestartAndAfterANight(@TempDir Path data) {
        Reservation today;
        Reservation tomorrow;
        Optional<BookingId> booking;
        try (var office = new Office(data, clock).founded()) {
            today = books(office, 1, 0);
            tomorrow = books(office, 2, 1);
            booking = typed(office, tomorrow);
            assertThat(booking).isPresent();
        }
        try (var office = new Office(data, clock)) {
            assertThat(typed(office, today)).isPresent();
            assertThat(typed(office, tomorrow)).isEqualTo(booking);
            turnsToTheNextDay(office);
            assertThat(typed(office, tomorrow)).isEqualTo(booking);
        }
        try (var office = new Office(data, clock)) {
            assertThat(typed(office, tomorrow)).isEqualTo(booking);
            assertThat(typed(office, today)).isEmpty();
            var known = office.branch.openings().reservations().of(booking.orElseThrow());
            assertThat(known.orElseThrow().reservation()).isEqualTo(tomorrow);
            var taken =
                    office.tickets.take(
                            Office.request(3),
                            Office.KIOSK,
                            Fingerprint.NONE,
                            new Tickets.Wanted(
                                    List.of("ID-CARD"),
                                    "kk",
                                    "",
                                    Command.Touched.UNKNOWN,
                                    1,
                                    booking));
            assertThat(((Tickets.Taken.Ticket) taken).issued().event())
                    .isInstanceOfSatisfying(
                            Event.TicketIssued.class,
                            ticket ->
                                    assertThat(ticket.checkIn().map(Event.CheckIn::booking))
                                            .isEqualTo(booking));
        }
    }

    @Test
    void countOnlyWhereTheLogHoldsTheBooking(@TempDir Path data) throws Exception {
        Reservation kept;
        try (var office = new Office(data, clock).founded()) {
            kept = books(office, 1, 1);
        }
        var invented = Reservation.random(new SecureRandom(), "ID-CARD");
        var file = data.resolve("private").resolve("2026-11-24");
        var line = Files.readString(file);
        Files.writeString(
                file,
                line
                        + line.replace(kept.code(), invented.code())
                        + line.replaceAll("\"record\":[0-9]+", "\"record\":1")
                        + line.replaceAll("\"record\":[0-9]+", "\"record\":1000000"));
        try (var office = new Office(data, clock)) {
            assertThat(typed(office, kept)).isPresent();
            assertThat(typed(office, invented)).isEmpty();
        }
    }

    @Test
    void doNotTurnIntoNamesOfTheStaff(@TempDir Path data) {
        kz.adalkezek.queue.Actor name;
        var account = ((Asker.Staff) Office.CLERK).account();
        try (var office = new Office(data, clock).founded()) {
            books(office, 1, 0);
            name = office.branch.openings().pseudonym(MONDAY, account);
            books(office, 2, 0);
        }
        try (var office = new Office(data, clock)) {
            assertThat(office.branch.openings().isNamed(MONDAY, account, name)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "7K2MQ-X4R9T, 7K2MQX4R9T",
        "7k2mq x4r9t, 7K2MQX4R9T",
        "7K2MQX4R9T, 7K2MQX4R9T",
        "OIL00-00000, 0110000000",
        "АВЕКМНРСТХ, ABEKMHPCTX",
        "'о і 22222222', 0122222222",
    })
    void areReadAsPeopleTypeThem(String typed, String code) {
        assertThat(BookingCode.read(typed)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"''", "7K2MQ-X4R9", "7K2MQ-X4R9TT", "7K2MQ-X4R9U", "7K2MQ_X4R9T", "ЖЖЖЖЖ-ЖЖЖЖЖ"})
    void areNotGuessed(String typed) {
        assertThat(BookingCode.read(typed)).isEmpty();
    }
}
