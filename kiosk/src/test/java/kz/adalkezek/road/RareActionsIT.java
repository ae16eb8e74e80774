package kz.adalkezek.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/// What a clerk rarely does, by keys alone, at the desk's own page: hold and back, transfer, call
/// by number, serve without a ticket, pause. Each must stand in the log, and a stranger must find
/// it lawful.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RareActionsIT {

    private DemoHall hall;
    private Chromium desk;
    private LogText log;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        hall = DemoHall.open(folder);
        log = new LogText(hall);
        desk = new Chromium(folder.resolve("desk-browser"), 1366, 768);
        desk.open(hall.branch() + "/desk?counter=3");
        desk.type("#operator", "op-03");
        desk.type("#secret", hall.secret(3));
        desk.click("#sign-in");
        desk.click("[data-action=open]");
        desk.see("[data-state=ready]");
    }

    @AfterAll
    void close() throws Exception {
        for (var closing : new AutoCloseable[] {desk, hall}) {
            if (closing != null) {
                closing.close();
            }
        }
    }

    @Test
    void goesThroughAWorkingDay() throws Exception {
        var first = hall.takeTicket("ID-CARD");
        var second = hall.takeTicket("ID-CARD");

        holds(first);
        transfers(first);
        callsOutOfOrder(second);
        servesWithoutATicket();
        pauses();

        // Nobody is signed in at first, and one number is refused.
        assertThat(desk.complaints(line -> line.contains("/desks/own") || line.contains("409")))
                .isEmpty();
        var verdict = hall.verify();
        assertThat(verdict.exit()).as(verdict.words()).isZero();
    }

    private void holds(String number) throws Exception {
        calls(number);
        desk.press(Keys.ALT, "p");
        desk.see("#more[data-more=park] [data-action=more-send][aria-disabled=true]");
        desk.press("1");
        desk.press(Keys.ENTER);
        desk.see("[data-state=ready]");
        log.awaits("\"t\":\"service.parked\"");
        log.awaits("\"reason\":\"waits-for-payment\"");

        desk.press(Keys.CONTROL, "k");
        desk.see("#more[data-more=list]");
        desk.press("6");
        desk.see("#more[data-more=unpark] [data-value=" + number + "]");
        desk.press("1");
        desk.press(Keys.ENTER);
        desk.notSee("#more[open]");
        log.awaits("\"t\":\"service.resumed\"");
    }

    private void transfers(String number) throws Exception {
        calls(number);
        desk.press(Keys.ALT, "t");
        desk.click("#more[data-more=transfer] option[value='group:SOC']");
        desk.click("#more input[name=withReturn]");
        desk.click("[data-action=more-send]");
        desk.see("[data-state=ready]");
        log.awaits("\"t\":\"service.transferred\"");
    }

    /// The law would call nobody else's number; whoever does it gives a reason, in public.
    private void callsOutOfOrder(String number) throws Exception {
        var later = hall.takeTicket("ID-CARD");
        desk.see("[data-waiting=" + later + "]");
        desk.press(Keys.CONTROL, "k");
        desk.see("#more[data-more=list]");
        desk.press("9");
        desk.type("#more[data-more=call] input[name=number]", "а 999");
        desk.click("#more [data-value=court-order]");
        desk.click("[data-action=more-send]");
        desk.see("#more [role=alert]", "нөмір");
        desk.type("#more input[name=number]", "а " + later.substring(1));
        desk.click("[data-action=more-send]");
        log.awaits("\"rule\":\"override\"");
        starts(later);
        finishes();
        calls(number);
        finishes();
    }

    private void servesWithoutATicket() throws Exception {
        desk.press(Keys.CONTROL, "k");
        desk.see("#more[data-more=list]");
        desk.press("0");
        desk.see("#more[data-more=served-direct] .open");
        desk.press("2");
        desk.press(Keys.ENTER);
        log.awaits("\"t\":\"service.direct\"");
        finishes();
    }

    private void pauses() throws Exception {
        desk.press(Keys.F9);
        desk.see("#more[data-more=pause]");
        desk.press("1");
        desk.press(Keys.ENTER);
        desk.see("[data-state=paused]");
        log.awaits("\"t\":\"desk.paused\"");
        desk.press(Keys.F2);
        desk.see("[data-note]", "үзіліс");
        desk.press(Keys.F9);
        desk.see("[data-state=ready]");
        log.awaits("\"t\":\"desk.resumed\"");
    }

    private void calls(String number) {
        desk.press(Keys.F2);
        starts(number);
    }

    private void starts(String number) {
        desk.see("[data-state=called][data-number=" + number + "]");
        // Presses are not heard while one is being answered.
        desk.see("#page[data-busy='']");
        desk.press(Keys.ENTER);
        desk.see("[data-state=serving]");
    }

    private void finishes() {
        desk.see("[data-state=serving]");
        desk.click("[data-outcome=accepted]");
        desk.press(Keys.CONTROL, Keys.ENTER);
        desk.notSee("[data-state=serving]");
    }
}
