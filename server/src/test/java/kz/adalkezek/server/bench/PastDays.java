package kz.adalkezek.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.server.journal.FileDisk;
import kz.adalkezek.server.journal.Journal;
import kz.adalkezek.server.keys.Keys;
import kz.adalkezek.server.outside.Launch;

/// Makes the data directory of a branch with a past: the law lives through the days in memory, and
/// the real journal writes them down. Keys, accounts and rules are those of a demo that was started
/// there once.
final class PastDays {

    private static final int DAY_EVENTS = 30_000;
    private static final int GROUP_ENTRIES = 256;
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(5);
    private static final int NINE = 9;

    private final Path data;

    private PastDays(Path data) {
        this.data = data;
    }

    /// @param history how many events lie behind the newest day
    /// @param today how many events the day of today holds already; with none it is not open
    static void make(Path data, int history, int today) throws IOException {
        try (var server = Launch.PLAIN.with("--unlimited").start(data)) {
            server.stop();
        }
        if (history > 0) {
            new PastDays(data).make(history, today);
        }
    }

    private void make(int history, int today) throws IOException {
        var founded = founded();
        Bench.delete(data.resolve("log"));
        Bench.delete(data.resolve("signed"));
        Bench.delete(data.resolve("private"));
        try (var journal = open(founded.origin())) {
            var group = new int[1];
            int days = (history + DAY_EVENTS - 1) / DAY_EVENTS;
            var now = Instant.now();
            var day = LocalDate.ofInstant(now, ZONE).minusDays(days);
            var hall = new BusyHall(founded, nine(day), entry -> append(journal, entry, group));
            for (int i = 1; i <= days; i++) {
                hall.openDay(day, nine(day));
                live(hall, Math.min(history, (long) i * DAY_EVENTS));
                hall.closeDay();
                day = day.plusDays(1);
            }
            if (today > 0) {
                hall.openDay(day, now.minus(Duration.ofHours(1)));
                live(hall, hall.size() + today);
                hall.closeDesk();
            }
            journal.commit();
        }
    }

    private static void live(BusyHall hall, long size) {
        do {
            hall.comes();
            hall.serves();
        } while (hall.size() < size);
    }

    private static Instant nine(LocalDate day) {
        return day.atTime(NINE, 0).toInstant(ZONE);
    }

    private static void append(Journal journal, Entry entry, int[] group) {
        journal.append(entry);
        if (++group[0] >= GROUP_ENTRIES && entry.more() == 0) {
            journal.commit();
            group[0] = 0;
        }
    }

    private Journal open(String origin) {
        var signer = Keys.load(data.resolve("keys"), origin, new SecureRandom());
        return Journal.open(
                new FileDisk(),
                data.resolve("log"),
                data.resolve("signed"),
                signer,
                signer.key(),
                difference -> {
                    throw difference;
                });
    }

    /// What the demo has published.
    private BusyHall.Founded founded() throws IOException {
        var origin = Files.readAllLines(data.resolve("log/checkpoint")).getFirst();
        var published = new Published(origin);
        try (var journal = open(origin);
                var entries = journal.entries(0, journal.size())) {
            entries.map(Entry::event).forEach(published::note);
        }
        return published.founded();
    }
}
