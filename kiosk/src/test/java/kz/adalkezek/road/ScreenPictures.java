package kz.adalkezek.road;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kz.adalkezek.kiosk.print.Judge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/// `./kezek screens`: every screen in every language, as it really looks, on one page
/// `target/screens/index.html`. Not a test: it judges nothing, so it runs only when it is asked
/// for.
final class ScreenPictures {

    private static final Path FOLDER = Path.of("target", "screens");
    private static final List<String> LANGUAGES = List.of("kk", "ru", "en");

    /// A portrait kiosk of 27 inches, a landscape one, and one of 7 inches.
    private static final List<Size> KIOSKS =
            List.of(
                    new Size("portrait", 1080, 1920),
                    new Size("landscape", 1280, 1024),
                    new Size("small", 800, 480));

    private record Size(String name, int width, int height) {}

    private final List<String> taken = new ArrayList<>();

    @Test
    void take(@TempDir Path folder) throws Exception {
        Files.createDirectories(FOLDER);
        try (var hall = DemoHall.open(folder);
                var browser = new Chromium(folder.resolve("browser"), 1080, 1920);
                var desk = new Chromium(folder.resolve("desk"), 1440, 900);
                var board = new Chromium(folder.resolve("board"), 1920, 1080)) {
            kiosks(browser, hall);
            board.open(hall.board());
            board.see(".hero.empty");
            keep(board, "board-empty");
            for (var language : LANGUAGES) {
                road(language, hall, browser, desk, board, folder);
            }
            paperOut(hall, browser);
        }
        index();
    }

    private void kiosks(Chromium kiosk, DemoHall hall) throws Exception {
        for (var size : KIOSKS) {
            kiosk.size(size.width(), size.height());
            kiosk.open(hall.kiosk().toString());
            for (var language : LANGUAGES) {
                var name = "kiosk-" + size.name() + "-" + language;
                kiosk.touch("[data-language=" + language + "]");
                kiosk.see("[data-view=home]");
                keep(kiosk, name + "-1-home");
                kiosk.touch("[data-group=ID]");
                kiosk.see("[data-view=group]");
                keep(kiosk, name + "-2-group");
                kiosk.touch("[data-service=ID-CARD]");
                kiosk.see("#take");
                keep(kiosk, name + "-3-summary");
                kiosk.touch("#grounds");
                kiosk.see("[data-view=grounds]");
                keep(kiosk, name + "-4-grounds");
                kiosk.touch("#back");
                kiosk.touch("#start-over");
            }
        }
        kiosk.size(1080, 1920);
    }

    private void road(
            String language,
            DemoHall hall,
            Chromium kiosk,
            Chromium desk,
            Chromium board,
            Path folder)
            throws Exception {
        kiosk.open(hall.kiosk().toString());
        kiosk.touch("[data-language=" + language + "]");
        kiosk.touch("[data-group=ID]");
        kiosk.touch("[data-service=ID-CARD]");
        kiosk.touch("#take");
        kiosk.see("[data-stage=handed]");
        keep(kiosk, "kiosk-portrait-" + language + "-5-ticket");
        kiosk.touch("#done");
        var receipt = new Judge(folder).code(paper(hall, "ticket-" + language));

        desk.open(hall.branch() + "/desk?counter=3");
        if (language.equals(LANGUAGES.getFirst())) {
            desk.see("#sign-in");
            keep(desk, "desk-kk-1-sign-in");
            desk.type("#operator", "op-03");
            desk.type("#secret", hall.secret(3));
            desk.click("#sign-in");
            desk.click("[data-action=open]");
        }
        desk.see("[data-state]");
        desk.click("[data-language=" + language + "]");
        desk.see("[data-waiting]");
        keep(desk, "desk-" + language + "-2-ready");
        phone(receipt, language, "waiting", folder);
        desk.press(Keys.F2);
        desk.see("[data-state=called]");
        keep(desk, "desk-" + language + "-3-called");
        board.see("[data-speaking]:not([data-speaking='']) .hero.now");
        keep(board, "board-called-" + language);
        phone(receipt, language, "called", folder);
        desk.click("[data-action=start]");
        desk.see("[data-state=serving]");
        keep(desk, "desk-" + language + "-4-serving");
        desk.press(Keys.CONTROL, "k");
        desk.see("#more[data-more=list]");
        keep(desk, "desk-" + language + "-5-more");
        desk.press(Keys.ESCAPE);
        desk.notSee("#more[open]");
        desk.click("[data-outcome=accepted]");
        desk.press(Keys.CONTROL, Keys.ENTER);
        desk.see("[data-state=wrap-up]");
    }

    private void phone(String receipt, String language, String when, Path folder)
            throws IOException {
        var profile = folder.resolve("phone-" + language + "-" + when);
        try (var phone = new Chromium(profile, 390, 844)) {
            phone.open(receipt);
            phone.see("[data-proof=ok]");
            keep(phone, "phone-" + language + "-" + when);
        }
    }

    private void paperOut(DemoHall hall, Chromium kiosk) throws Exception {
        var fault = hall.kiosk().resolve("/sim/printer/faults/paper-out");
        hall.put(fault, "{\"on\":true}");
        kiosk.open(hall.kiosk().toString());
        kiosk.see("[data-warning=printer]");
        keep(kiosk, "kiosk-portrait-kk-6-paper-out");
        kiosk.touch("[data-group=ID]");
        kiosk.touch("[data-service=ID-CARD]");
        kiosk.touch("#take");
        kiosk.see("[data-stage=on-screen]");
        keep(kiosk, "kiosk-portrait-kk-7-on-screen");
        kiosk.size(1280, 900);
        kiosk.open(hall.kiosk().resolve("/sim/printer").toString());
        kiosk.see("img");
        keep(kiosk, "printer");
    }

    private byte[] paper(DemoHall hall, String name) throws Exception {
        URI sim = hall.kiosk().resolve("/sim/printer/");
        int newest = hall.get(sim.resolve("state")).path("papers").path(0).path("paper").asInt();
        var png = hall.bytes(sim.resolve("papers/" + newest + ".png"));
        Files.write(FOLDER.resolve(name + ".png"), png);
        taken.add(name);
        return png;
    }

    private void keep(Chromium browser, String name) throws IOException {
        browser.settle();
        Files.write(FOLDER.resolve(name + ".png"), browser.picture());
        taken.add(name);
    }

    private void index() throws IOException {
        var page =
                new StringBuilder("<!doctype html><meta charset=\"utf-8\"><title>Screens</title>");
        for (var name : taken.stream().sorted().toList()) {
            page.append(
                    "<figure><figcaption>%s</figcaption><img src=\"%s.png\" width=\"400\"></figure>%n"
                            .formatted(name, name));
        }
        Files.write(FOLDER.resolve("index.html"), page.toString().getBytes(UTF_8));
    }
}
