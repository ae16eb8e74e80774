package kz.adalkezek.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person goes round the printer: takes the paper out, opens the cover, pulls the cable, puts
/// everything back. The screen knows before anybody touches it, comes back by itself, and the log
/// tells the branch.
final class PrinterTroubleIT {

    private static final String WELL = "[data-view=home]:not(:has([data-warning]))";

    private DemoHall hall;
    private Chromium browser;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        hall = DemoHall.open(folder);
        browser = new Chromium(folder.resolve("browser"), 1080, 1920);
        opensACounter();
        browser.open(hall.kiosk().toString());
        browser.see(WELL);
    }

    /// Low paper is said last: behind that all counters are closed.
    private void opensACounter() throws Exception {
        browser.open(hall.branch() + "/desk?counter=1");
        browser.type("#operator", "op-01");
        browser.type("#secret", hall.secret(1));
        browser.click("#sign-in");
        browser.click("[data-action=open]");
        browser.see("[data-state=ready]");
    }

    @AfterEach
    void close() throws Exception {
        browser.close();
        hall.close();
    }

    @Test
    void isSaidBeforeTheTouchAndToldTheBranch() throws Exception {
        var log = new LogText(hall);
        log.awaits("\"state\":\"ready\"");
        fault("paper-low", true);
        browser.see("[data-printer=low]");
        log.awaits("\"part\":\"printer\",\"printed\":0,");
        log.awaits("\"state\":\"paper-low\"");
        fault("paper-out", true);
        browser.see("[data-printer=out-of-paper]");
        log.awaits("\"state\":\"out-of-paper\"");
        fault("paper-out", false);
        fault("paper-low", false);
        browser.see(WELL);
        fault("cover-open", true);
        browser.see("[data-printer=cover-open]");
        fault("cover-open", false);
        browser.see(WELL);
        plug(false);
        browser.see("[data-printer=unreachable]");
        log.awaits("\"state\":\"unreachable\"");
        plug(true);
        browser.see(WELL);
        fault("silent", true);
        browser.see("[data-printer=unknown]");
        log.awaits("\"state\":\"silent\"");
        fault("silent", false);
        browser.see(WELL);
        assertThat(hall.verify().exit()).isZero();
    }

    private void fault(String name, boolean on) throws Exception {
        var address = hall.kiosk().resolve("/sim/printer/faults/" + name);
        assertThat(hall.put(address, "{\"on\":" + on + "}").statusCode()).isEqualTo(204);
    }

    private void plug(boolean in) throws Exception {
        var address = hall.kiosk().resolve("/sim/printer/plug");
        assertThat(hall.put(address, "{\"in\":" + in + "}").statusCode()).isEqualTo(204);
    }
}
