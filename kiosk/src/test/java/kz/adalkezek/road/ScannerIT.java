package kz.adalkezek.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import kz.adalkezek.kiosk.print.Judge;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Codes held before a scanner that pretends to be a keyboard, in a real browser, and the panel
/// beside the screen.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScannerIT {

    /// The keys of a US keyboard, a millisecond apart whatever this machine is doing.
    private static final String BURST =
            """
            const signs = {':': ['Semicolon', true], '/': ['Slash', false], '.': ['Period', false],
              '#': ['Digit3', true], '-': ['Minus', false], '_': ['Minus', true], '`': ['Backquote', false],
              '\\r': ['Enter', false]};
            const keyOf = (one) => signs[one] ?? (/[0-9]/.test(one) ? ['Digit' + one, false]
              : ['Key' + one.toUpperCase(), one !== one.toLowerCase()]);
            let at = performance.now();
            for (const one of '`' + 'CODE' + '\\r') {
              const [code, shiftKey] = keyOf(one);
              const event = new KeyboardEvent('keydown', {code, shiftKey, key: 'қ', bubbles: true, cancelable: true});
              Object.defineProperty(event, 'timeStamp', {value: at++});
              document.body.dispatchEvent(event);
            }
            """;

    private DemoHall hall;
    private Chromium kiosk;
    private Path folder;

    @BeforeAll
    void open(@TempDir Path dir) throws Exception {
        folder = dir;
        hall = DemoHall.open(dir);
        hall.awaitNumbers();
        kiosk = new Chromium(dir.resolve("kiosk-browser"), 1080, 1920);
        kiosk.open(hall.kiosk().toString());
        kiosk.see("[data-view=home]");
    }

    @AfterAll
    void close() throws Exception {
        for (var closing : new AutoCloseable[] {kiosk, hall}) {
            if (closing != null) {
                closing.close();
            }
        }
    }

    @Test
    void readsABookingThenItsTicketThenNothingOfOurs() throws Exception {
        scan(hall.book("ID-CARD"));
        kiosk.see("[data-scan=booked]");
        kiosk.touch("#take-booked");
        kiosk.see("[data-stage=handed]", "Жеке куәлік беру немесе ауыстыру");
        var number = kiosk.attribute("[data-stage=handed]", "data-number");
        kiosk.touch("#done");
        kiosk.see("[data-view=home]");

        var paper = sim("printer/papers/1.png");
        scan(new Judge(folder).code(hall.bytes(paper)));
        kiosk.see("[data-scan=place][data-number=" + number + "][data-state=waiting]");
        kiosk.touch("#copy");
        kiosk.see("[data-view=home]");
        new LogText(hall).awaits("\"t\":\"ticket.reprinted\"");

        scan("4601234567890");
        kiosk.see("[data-scan=no-code]", "Бұл код танылмады");
        kiosk.touch("#done");
        kiosk.see("[data-view=home]");
        assertThat(kiosk.complaints(_ -> false)).isEmpty();
        var verdict = hall.verify();
        assertThat(verdict.exit()).as(verdict.words()).isZero();
    }

    @Test
    void saysThatHelpIsComing() throws Exception {
        hall.put(sim("lamp/inputs/help"), "{\"on\":true}");
        kiosk.see("[data-help]", "Көмек шақырылды");
        var log = new LogText(hall);
        log.awaits("\"state\":\"called\"");
        assertThat(hall.get(sim("lamp/state")).path("lamps").path("help").asBoolean()).isTrue();
        hall.put(sim("lamp/inputs/help"), "{\"on\":false}");
    }

    private void scan(String code) {
        kiosk.script(BURST.replace("CODE", code));
    }

    private URI sim(String path) throws Exception {
        return hall.kiosk().resolve("/sim/" + path);
    }
}
