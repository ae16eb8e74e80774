package kz.adalkezek.kiosk.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.adalkezek.kiosk.link.BranchLink;
import kz.adalkezek.kiosk.link.Expected;
import kz.adalkezek.kiosk.link.Issued;
import kz.adalkezek.queue.TicketNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A kiosk before a branch that keeps its log, or tells another story of it.
class WitnessTest {

    private static final Instant NOON = Instant.parse("2026-11-23T07:00:00Z");

    private Path folder;
    private TestLog log;
    private BranchLink link;
    private Witness witness;

    @BeforeEach
    void open(@TempDir Path dir) throws Exception {
        folder = dir.resolve("witness");
        log = new TestLog();
        link = new BranchLink(log.url(), "secret");
        log.is("a", "b", "c");
        witness = witness();
        witness.look();
        assertThat(kept()).isEqualTo(log.note().format());
    }

    @AfterEach
    void close() {
        link.close();
        log.close();
    }

    @Test
    void followsALogThatGrows() throws Exception {
        log.is("a", "b", "c", "d", "e", "f", "g");
        assertThat(witness.believes(ticket(5))).isTrue();
        assertThat(kept()).as("before anything is printed").isEqualTo(log.note().format());
        log.is("a", "b", "c", "d", "e", "f", "g", "h");
        witness = witness();
        witness.look();
        assertThat(witness.refuses()).isFalse();
        assertThat(kept()).isEqualTo(log.note().format());
    }

    static Stream<Consumer<TestLog>> otherLogs() {
        return Stream.of(
                log -> log.is("a", "b", "x"),
                log -> log.is("a", "x", "c", "d", "e"),
                log -> log.is("a", "b"),
                log -> log.is("a", "x"),
                TestLog::changesKey);
    }

    @ParameterizedTest
    @MethodSource("otherLogs")
    void refusesAnotherLogUntilAPersonAcceptsIt(Consumer<TestLog> turn) throws Exception {
        byte[] before = kept();
        turn.accept(log);
        witness.look();
        assertThat(witness.refuses()).isTrue();
        assertThat(witness.believes(ticket(0))).isFalse();
        assertThat(Files.readAllBytes(evidence("kept"))).isEqualTo(before);
        assertThat(Files.readAllBytes(evidence("shown"))).isEqualTo(log.note().format());
        assertThat(witness().refuses()).as("after a start").isTrue();

        Witness.acceptAnother(folder);
        witness = witness();
        witness.look();
        assertThat(witness.refuses()).isFalse();
        assertThat(kept()).isEqualTo(log.note().format());
        assertThat(evidence("kept")).exists();
    }

    @Test
    void printsNoTicketFromAnotherLog() throws IOException {
        log.is("a", "b", "x", "y");
        assertThat(witness.believes(ticket(3))).isFalse();
        assertThat(witness.refuses()).isTrue();
        assertThat(evidence("shown")).exists();
    }

    @Test
    void believesWhatItCannotCompareAndComparesLater() throws Exception {
        log.is("a", "b", "c", "d");
        log.gives(false);
        assertThat(witness.believes(ticket(3))).isTrue();
        log.is("a", "b", "x", "d", "e");
        witness.look();
        assertThat(witness.refuses()).isFalse();
        log.gives(true);
        witness.look();
        assertThat(witness.refuses()).isTrue();
    }

    @Test
    void believesThePairedKeyAlone() throws Exception {
        var paired = log.key();
        log.changesKey();
        Witness.acceptAnother(folder);
        Witness.pin(folder, paired);
        witness = witness();
        witness.look();
        assertThat(witness.refuses()).isTrue();
    }

    private Witness witness() {
        return new Witness(folder, link, InstantSource.fixed(NOON), Witness.EVERY);
    }

    private byte[] kept() throws IOException {
        return Files.readAllBytes(folder.resolve("checkpoint"));
    }

    private Path evidence(String side) {
        return folder.resolve("evidence")
                .resolve("%d-%s.note".formatted(NOON.toEpochMilli(), side));
    }

    private Issued ticket(int index) {
        return new Issued(
                new TicketNumber('A', 1),
                0,
                new Expected(0, 0, false),
                log.receipt(index),
                List.of());
    }
}
