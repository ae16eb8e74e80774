package kz.adalkezek.road;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kz.adalkezek.server.bench.Bench.Measurement;
import kz.adalkezek.server.bench.Figures;

/// From the navigation to a touch page that a person can touch, in a browser with a slower
/// processor. The kiosk and the branch share the machine and are not slowed.
final class PageBench implements Measurement {

    private static final int WIDTH = 1080;
    private static final int HEIGHT = 1920;
    private static final int RUNS = 5;
    private static final List<Integer> TIMES_SLOWER = List.of(1, 4, 6);
    private static final int LOOK_MS = 200;

    /// Groups to choose from are on the screen, and what they listen with is there.
    private static final String NOTE_READY =
            """
            const look = () => document.querySelector('[data-group]')
                ? requestAnimationFrame(() => setTimeout(() => {
                    window.readyAt = performance.now();
                  }))
                : requestAnimationFrame(look);
            look();
            """;

    private static final String READY_AT = "return window.readyAt || null";

    private static final String EMPTY =
            "data:text/html,<!doctype html><button data-group='A'>A</button>";

    private final Path script;

    PageBench(Path script) {
        this.script = script;
    }

    @Override
    public void run(Path room) throws IOException, InterruptedException {
        Figures.print(
                "%-22s %10s %10s %22s",
                "ready for touch, ms", "cold", "warm", "limit: one empty button");
        try (var hall = DemoHall.openByScript(script, room);
                var browser = new Chromium(room.resolve("browser"), WIDTH, HEIGHT)) {
            browser.beforePages(NOTE_READY);
            var kiosk = hall.kiosk().toString();
            load(browser, kiosk);
            for (int times : TIMES_SLOWER) {
                browser.slow(times);
                Figures.print(
                        "%-22s %10.0f %10.0f %22.0f",
                        "processor 1/" + times,
                        median(browser, kiosk, true),
                        median(browser, kiosk, false),
                        median(browser, EMPTY, false));
            }
        }
    }

    private static double median(Chromium browser, String page, boolean cold)
            throws InterruptedException {
        var runs = new ArrayList<Double>();
        for (int i = 0; i < RUNS; i++) {
            if (cold) {
                browser.forgetFiles();
            }
            runs.add(load(browser, page));
        }
        return Figures.median(runs, Double::doubleValue);
    }

    /// Milliseconds from the navigation on.
    private static double load(Chromium browser, String page) throws InterruptedException {
        browser.open(page);
        var ready = browser.script(READY_AT);
        while (!(ready instanceof Number)) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
            ready = browser.script(READY_AT);
        }
        return ((Number) ready).doubleValue();
    }
}
