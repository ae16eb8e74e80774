package kz.adalkezek.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import kz.adalkezek.kiosk.print.Judge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/// What people see when paper, network or server fail them.
final class ScreensUnderFaultIT {

    private Path folder;
    private DemoHall hall;
    private Chromium browser;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        this.folder = folder;
        hall = DemoHall.open(folder);
        // What comes first is then the number behind the 20 that the kiosk of the demo holds.
        hall.awaitNumbers();
        browser = new Chromium(folder.resolve("browser"), 1080, 1920);
    }

    @AfterEach
    void close() throws Exception {
        browser.close();
        hall.close();
    }

    @Test
    void giveTheNumberOnTheScreenWhenPaperIsOut() throws Exception {
        fault("paper-out", true);
        browser.open(hall.kiosk().toString());
        browser.see("[data-warning=printer]");
        chooses("ID-CARD");
        browser.touch("#take");
        browser.see("[data-stage=on-screen] [data-why=out-of-paper]");
        browser.see(".paper .number", "А 021");
        assertThat(new Judge(folder).code(browser.picture())).startsWith(hall.branch() + "/t#");

        browser.touch("#had");

        browser.see("[data-stage=handed]");
        new LogText(hall).awaits("\"how\":\"shown\"");
    }

    @Test
    void printTheSameNumberOnceThereIsPaper() throws Exception {
        fault("paper-out", true);
        browser.open(hall.kiosk().toString());
        chooses("ID-CARD");
        browser.touch("#take");
        browser.see("[data-stage=on-screen]");
        fault("paper-out", false);
        browser.touch("#reprint");

        browser.see("[data-stage=handed][data-number=A021]");
        new LogText(hall).awaits("\"how\":\"printed\"");
        assertThat(tickets()).isEqualTo(1);
    }

    @Test
    void giveOneTicketForManyTouches() throws Exception {
        browser.open(hall.kiosk().toString());
        chooses("ID-CARD");
        browser.see("#take");
        browser.settle();
        browser.script(
                "const take = document.getElementById('take');"
                        + "for (let i = 0; i < 5; i++) take.click()");

        browser.see("[data-stage=handed][data-number=A021]");
        browser.touch("#done");
        browser.see("[data-view=home]");
        assertThat(tickets()).isEqualTo(1);
    }

    @Test
    void showOneDeskInTwoTabs() throws Exception {
        takesTickets(2);
        var first = signsIn(browser, 3);
        var second = browser.newTab();
        browser.open(hall.branch() + "/desk?counter=3");
        browser.see("[data-state=ready]");

        browser.tab(first);
        browser.press(Keys.F2);
        browser.see("[data-state=called][data-number=A021]");
        browser.tab(second);
        browser.see("[data-state=called][data-number=A021]");
        browser.click("[data-action=start]");
        browser.see("[data-state=serving]");
        browser.tab(first);
        browser.see("[data-state=serving][data-number=A021]");

        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void goOnAfterTheServerHasComeBack() throws Exception {
        takesTickets(2);
        browser.size(1440, 900);
        var desk = signsIn(browser, 3);
        browser.press(Keys.F2);
        browser.see("[data-state=called][data-number=A021]");
        var board = browser.newTab();
        browser.open(hall.board());
        browser.see(".hero[data-number=A021][data-counter='3']");
        browser.script("window.stayed = true");

        hall.restart();

        browser.tab(desk);
        browser.click("[data-action=start]");
        browser.see("[data-state=serving][data-number=A021]");
        browser.press(Keys.F2);
        browser.see("[data-state=called][data-number=A022]");
        browser.tab(board);
        browser.see(".hero[data-number=A022][data-counter='3']");
        assertThat(browser.script("return window.stayed")).as("no reload").isEqualTo(true);
        new LogText(hall).awaits("\"t\":\"call.shown\"");
    }

    @Test
    void catchUpAfterAMinuteOfSilence() throws Exception {
        takesTickets(2);
        browser.size(1440, 900);
        var desk = signsIn(browser, 3);
        browser.press(Keys.F2);
        browser.see("[data-state=called][data-number=A021]");
        browser.click("[data-action=start]");
        browser.see("[data-state=serving]");
        var board = browser.newTab();
        browser.open(hall.board());
        browser.see(".hero.empty");

        hall.freeze();
        TimeUnit.MINUTES.sleep(1);
        browser.see(".stale");
        browser.tab(desk);
        browser.see("[data-lost]");
        browser.see("[data-state=serving][data-number=A021]");
        hall.thaw();

        browser.notSee("[data-lost]");
        browser.press(Keys.F2);
        browser.see("[data-state=called][data-number=A022]");
        browser.tab(board);
        browser.see(".hero.now[data-number=A022][data-counter='3']");
        browser.notSee(".stale");
    }

    @Test
    void doWhatWasPressedWithoutNetworkOnceItIsBack() throws Exception {
        takesTickets(1);
        browser.size(1440, 900);
        signsIn(browser, 3);
        browser.network(false);
        browser.press(Keys.F2);
        browser.see("#page[data-busy=call-next]");
        TimeUnit.SECONDS.sleep(5);

        browser.network(true);

        browser.see("[data-state=called][data-number=A021]");
        assertThat(calls()).isEqualTo(1);
    }

    private void fault(String name, boolean on) throws Exception {
        var address = hall.kiosk().resolve("/sim/printer/faults/" + name);
        assertThat(hall.put(address, "{\"on\":" + on + "}").statusCode()).isEqualTo(204);
    }

    private void chooses(String service) {
        browser.touch("[data-group=ID]");
        browser.touch("[data-service=" + service + "]");
    }

    private void takesTickets(int count) throws Exception {
        browser.open(hall.kiosk().toString());
        for (int i = 0; i < count; i++) {
            browser.see("[data-view=home]");
            chooses("ID-CARD");
            browser.touch("#take");
            browser.see("[data-stage=handed]");
            browser.touch("#done");
        }
        browser.see("[data-view=home]");
    }

    private String signsIn(Chromium browser, int counter) throws Exception {
        browser.open(hall.branch() + "/desk?counter=" + counter);
        browser.type("#operator", "op-%02d".formatted(counter));
        browser.type("#secret", hall.secret(counter));
        browser.click("#sign-in");
        browser.click("[data-action=open]");
        browser.see("[data-state=ready]");
        return browser.tab();
    }

    private long tickets() throws Exception {
        return count("ticket.issued");
    }

    private long calls() throws Exception {
        return count("call.made");
    }

    private long count(String type) throws Exception {
        return new LogText(hall)
                .events().stream()
                        .filter(event -> event.contains("\"t\":\"" + type + "\""))
                        .count();
    }
}
