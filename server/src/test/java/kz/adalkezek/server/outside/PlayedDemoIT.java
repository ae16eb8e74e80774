package kz.adalkezek.server.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `demo --speed`: people are played in it, and a person beside them is served as well.
final class PlayedDemoIT {

    private static final int USAGE = 64;
    private static final long ENTRIES = 150;
    private static final long PATIENCE_S = 180;

    @Test
    void goesOnFromItsOwnTimeAndIsSoundAfterwards(@TempDir Path data) throws IOException {
        var played = Launch.BRIEF.with("--speed", "600", "--seed", "3");
        try (var demo = played.start(data)) {
            var person = demo.client();
            awaitEntries(person, ENTRIES);
            takes(person);
            assertThat(demo.output())
                    .contains("counter 1 is yours")
                    .doesNotContain("not expected:");
            assertThat(demo.stop().complaint()).isEmpty();
            assertThat(demo.output()).contains("0 answers not expected");
        }
        Soundness.requireSound(data.toString());
        // Minutes of that day are still to come here.
        try (var demo = Launch.BRIEF.start(data)) {
            assertThat(demo.output()).contains("the branch goes on from there");
            var person = demo.client();
            takes(person);
            Soundness.requireSound(demo.url().toString());
            demo.stop();
        }
        Soundness.requireSound(data.toString());
    }

    @Test
    void refusesASpeedThatNobodyCanPlay(@TempDir Path data) {
        try (var demo = Launch.BRIEF.with("--speed", "3601").begin(data)) {
            var end = demo.awaitEnd();
            assertThat(end.code()).isEqualTo(USAGE);
            assertThat(end.complaint()).contains("--speed is a number from 0 to 3600");
        }
    }

    private static void takes(Client person) throws IOException {
        var ticket = UUID.randomUUID();
        assertThat(person.take(ticket, "ID-CARD").isDone()).isTrue();
        assertThat(person.handed(ticket, UUID.randomUUID()).isDone()).isTrue();
    }

    private static void awaitEntries(Client person, long entries) throws IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (person.checkpointSize() < entries) {
            assertThat(System.nanoTime())
                    .as("still %d entries", person.checkpointSize())
                    .isLessThan(until);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
