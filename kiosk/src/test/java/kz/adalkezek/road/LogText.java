package kz.adalkezek.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kz.adalkezek.log.EntryBundle;

/// The events of the public log, read from its bundles as a copier reads them.
final class LogText {

    private static final int BUNDLE = 256;
    private static final int PATIENCE_S = 30;

    private final DemoHall hall;

    LogText(DemoHall hall) {
        this.hall = hall;
    }

    List<String> events() throws IOException, InterruptedException {
        var log = hall.branch().resolve("/log/");
        var note = new String(hall.bytes(log.resolve("checkpoint")), UTF_8);
        long size = Long.parseLong(note.lines().skip(1).findFirst().orElseThrow());
        var events = new ArrayList<String>();
        for (long from = 0; from < size; from += BUNDLE) {
            long width = Math.min(BUNDLE, size - from);
            var name =
                    "tile/entries/%03d%s"
                            .formatted(from / BUNDLE, width < BUNDLE ? ".p/" + width : "");
            for (var entry : EntryBundle.parse(hall.bytes(log.resolve(name))).entries()) {
                events.add(new String(entry, UTF_8));
            }
        }
        return events;
    }

    /// Until an event holds these bytes.
    void awaits(String bytes) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (events().stream().noneMatch(event -> event.contains(bytes))) {
            assertThat(System.nanoTime()).as("%s in %s", bytes, events()).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
