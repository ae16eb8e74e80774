package kz.adalkezek.server.branch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import kz.adalkezek.queue.Event;
import kz.adalkezek.server.journal.Space;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The branch says that it is there, once nothing else has said it for an hour.
class HeartbeatTest {

    private final Office.Clock clock = new Office.Clock();

    @Test
    void isWrittenOnARoundAfterAnHourOfSilence(@TempDir Path data) {
        try (var office = new Office(data, clock).founded()) {
            var rounds = new Rounds(office.branch, new Presence(clock), () -> Space.PLENTY);
            long size = office.branch.line().size();
            clock.passes(Duration.ofHours(1).minusMillis(1));
            rounds.walk();
            assertThat(office.branch.line().size()).isEqualTo(size);
            clock.passes(Duration.ofMillis(1));
            rounds.walk();
            rounds.walk();
            assertThat(office.branch.line().size()).isEqualTo(size + 1);
            assertThat(office.tickets.entry(size).event()).isEqualTo(new Event.Heartbeat());
        }
    }
}
