package kz.adalkezek.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import kz.adalkezek.kiosk.print.Judge;
import kz.adalkezek.kiosk.print.Ticket;
import kz.adalkezek.log.ReceiptVerdict;
import kz.adalkezek.log.VerifierKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/// From the touch to the log: a person takes a ticket, reads it on paper, is called at a desk and
/// on the board, is served, and a stranger verifies all of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WholeRoadIT {

    private static final long LED_PATIENCE_NANOS = 40_000_000_000L;
    private static final long LOOK_AGAIN_NANOS = 20_000_000;

    private DemoHall hall;
    private Chromium kiosk;
    private Chromium board;
    private Chromium desk;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        hall = DemoHall.open(folder);
        kiosk = new Chromium(folder.resolve("kiosk-browser"), 1080, 1920);
        board = new Chromium(folder.resolve("board-browser"), 1920, 1080);
        desk = new Chromium(folder.resolve("desk-browser"), 1440, 900);
        kiosk.open(hall.kiosk().toString());
        board.open(hall.board());
        desk.open(hall.branch() + "/desk?counter=3");
        desk.type("#operator", "op-03");
        desk.type("#secret", hall.secret(3));
        desk.click("#sign-in");
        desk.click("[data-action=open]");
        desk.see("[data-state=ready]");
    }

    @AfterAll
    void close() throws Exception {
        for (var closing : new AutoCloseable[] {kiosk, board, desk, hall}) {
            if (closing != null) {
                closing.close();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kk | kaz | Құжат        | Жеке куәлік беру немесе ауыстыру | куәлік, ауыстыру, Кезекті",
                "ru | rus | Документы    | Выдача или замена удостоверения личности | Выдача, удостоверения, очередью",
                "en | eng | registration | Identity card: issue or replacement | Identity, replacement, phone",
            })
    void leadsFromTheTouchToTheLog(
            String language,
            String tesseract,
            String group,
            String service,
            String words,
            @TempDir Path folder)
            throws Exception {
        var number = takesATicket(language, group, service);

        var paper = newestPaper();
        assertThat(
                        new Judge(folder)
                                .words(Judge.belowNumber(paper), tesseract)
                                .replaceAll("\\s+", " "))
                .contains(words.split(", "));
        var receipt = new Judge(folder).code(paper);
        assertThat(Ticket.receiptOf(receipt).verify(List.of(logKey())))
                .isEqualTo(ReceiptVerdict.SOUND);

        desk.press(Keys.F2);
        desk.see("[data-state=called][data-number=" + number + "]");
        board.see(".hero.now[data-number=" + number + "][data-counter='3']");
        awaitLed(number);
        // The sign of a voice that the browser does not let speak.
        board.notSee(".blocked");
        desk.see("[data-action=start]");

        phoneShows(receipt, number, folder);

        desk.click("[data-action=start]");
        desk.see("[data-state=serving]");
        desk.click("[data-outcome=accepted]");
        desk.press(Keys.CONTROL, Keys.ENTER);
        desk.see("[data-state=wrap-up]");
        awaitLed("");

        var verdict = hall.verify();
        assertThat(verdict.exit()).as(verdict.words()).isZero();
        // A touch within five seconds of the last ticket is refused, and sent again by the page.
        assertThat(kiosk.complaints(line -> line.contains("/errands/") && line.contains("429")))
                .isEmpty();
        assertThat(board.complaints(_ -> false)).isEmpty();
        // The page asks who is signed in before anybody is.
        assertThat(desk.complaints(line -> line.contains("/desks/own"))).isEmpty();
    }

    @Test
    void tellsInTheLogThatTheBoardHasShownTheCall() throws Exception {
        takesATicket("kk", "Құжат", "Жеке куәлік беру немесе ауыстыру");
        desk.press(Keys.F2);
        var index = board.attribute(".hero.now", "data-call");
        desk.see("[data-state=called]");

        var log = new LogText(hall);
        log.awaits("\"call\":" + index + ",");
        assertThat(log.events()).anyMatch(event -> event.contains("\"t\":\"call.shown\""));

        desk.click("[data-action=start]");
        desk.click("[data-outcome=answered]");
        desk.press(Keys.CONTROL, Keys.ENTER);
        desk.see("[data-state=wrap-up]");
    }

    private String takesATicket(String language, String group, String service) {
        kiosk.touch("[data-language=" + language + "]");
        kiosk.see("[data-group=ID]", group);
        kiosk.touch("[data-group=ID]");
        kiosk.see("[data-service=ID-CARD]", service);
        kiosk.touch("[data-service=ID-CARD]");
        kiosk.touch("#take");
        kiosk.see("[data-stage=handed]");
        var number = kiosk.attribute("[data-stage=handed]", "data-number");
        assertThat(number).matches("A\\d{3}");
        // The letter of the same shape that is Cyrillic.
        kiosk.see(".paper .number", number.replace("A", "А "));
        kiosk.touch("#done");
        kiosk.see("[data-view=home]");
        return number;
    }

    private void phoneShows(String receipt, String number, Path folder) throws IOException {
        try (var phone = new Chromium(folder.resolve("phone-browser"), 390, 844)) {
            phone.open(receipt);
            phone.see("[data-state=called][data-number=" + number + "]", "3");
            phone.see("[data-proof=ok]");
            assertThat(phone.complaints(_ -> false)).isEmpty();
        }
    }

    /// On the LED board above counter 3, of boards that understand nothing but their protocol.
    private void awaitLed(String text) throws Exception {
        var address = hall.kiosk().resolve("/sim/led/state");
        long deadline = System.nanoTime() + LED_PATIENCE_NANOS;
        var state = hall.get(address);
        while (!state.path("signs").path(2).path("text").asText("?").equals(text)) {
            assertThat(System.nanoTime()).as(state.toString()).isLessThan(deadline);
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            state = hall.get(address);
        }
        assertThat(state.path("signs").path(2).path("counter").asInt()).isEqualTo(3);
        assertThat(state.path("errors")).isEmpty();
    }

    private byte[] newestPaper() throws Exception {
        var papers = hall.get(hall.kiosk().resolve("/sim/printer/state")).path("papers");
        var newest = papers.path(0).path("paper").asInt();
        return hall.bytes(hall.kiosk().resolve("/sim/printer/papers/" + newest + ".png"));
    }

    private VerifierKey logKey() throws Exception {
        return VerifierKey.parse(
                        new String(hall.bytes(hall.branch().resolve("/log/vkey")), UTF_8).strip())
                .orElseThrow();
    }
}
