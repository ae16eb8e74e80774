package kz.adalkezek.kiosk.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.adalkezek.kiosk.enrol.SigningKey;
import kz.adalkezek.kiosk.link.BranchLink.How;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.KioskEntry;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.TicketNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The kiosk's journal on a real disk, cut wherever the power may fail.
class JournalTest {

    private static final Instant NOON = Instant.parse("2026-11-23T07:00:00.120Z");
    private static final String FILE = "journal-0000000001.jsonl";

    private Path folder;
    private SigningKey key;

    @BeforeEach
    void open(@TempDir Path dir) throws IOException {
        folder = dir.resolve("offline");
        key = SigningKey.in(dir);
    }

    @Test
    void goesOnWhereItEnded() throws IOException {
        String head;
        try (var journal = journal()) {
            give(journal, 1);
            give(journal, 2);
            journal.tell(1, Optional.of(new How.Printed()));
            journal.tell(2, Optional.of(new How.Failed(new Code("printer-error"))));
            head = journal.head();
        }
        try (var journal = journal()) {
            assertThat(journal.entries()).isEqualTo(2);
            assertThat(journal.head()).isEqualTo(head);
            assertThat(journal.lastTouched()).isEqualTo(NOON.plusSeconds(2));
            assertThat(journal.owed())
                    .extracting(owed -> owed.told().orElseThrow().orElseThrow())
                    .containsExactly(new How.Printed(), new How.Failed(new Code("printer-error")));
            give(journal, 3);
        }
    }

    @Test
    void keepsEveryWholeEntryHoweverThePowerFails() throws IOException {
        try (var journal = journal()) {
            give(journal, 1);
            journal.tell(1, Optional.of(new How.Printed()));
            give(journal, 2);
        }
        byte[] whole = Files.readAllBytes(folder.resolve(FILE));
        int begins = lineEnds(whole, 1);
        for (int cut = begins; cut <= whole.length; cut++) {
            Files.write(folder.resolve(FILE), Arrays.copyOf(whole, cut));
            int entries = cut >= whole.length ? 2 : cut >= lineEnds(whole, 2) ? 1 : 0;
            try (var journal = journal()) {
                assertThat(journal.entries()).as("cut at %d", cut).isEqualTo(entries);
                // What was cut was never printed, so its number may be given again.
                give(journal, entries + 1);
            }
            try (var journal = journal()) {
                assertThat(journal.entries()).as("cut at %d", cut).isEqualTo(entries + 1);
            }
        }
    }

    @Test
    void takesALineThatIsOnlyHalfOnTheDiskForATornOne() throws IOException {
        try (var journal = journal()) {
            give(journal, 1);
            give(journal, 2);
        }
        byte[] bytes = Files.readAllBytes(folder.resolve(FILE));
        for (int at = lineEnds(bytes, 2); at < bytes.length - 100; at++) {
            bytes[at] = 0;
        }
        Files.write(folder.resolve(FILE), bytes);
        try (var journal = journal()) {
            assertThat(journal.entries()).isEqualTo(1);
        }
        assertThat(folder.resolve(FILE + ".torn")).exists();
    }

    @Test
    void refusesAJournalThatSomebodyChanged() throws IOException {
        try (var journal = journal()) {
            give(journal, 1);
            give(journal, 2);
        }
        var file = folder.resolve(FILE);
        var text = Files.readString(file);
        Files.writeString(file, text.replace("A001", "A009"));
        assertThatThrownBy(this::journal)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not what was signed");
        Files.writeString(file, text.replaceFirst("\"t\":\"given\"", "\"t\":\"gone\""));
        assertThatThrownBy(this::journal).hasMessageContaining("was changed at byte");
        var lines = text.lines().toList();
        Files.writeString(file, lines.get(0) + "\n" + lines.get(2) + "\n");
        assertThatThrownBy(this::journal).hasMessageContaining("not what was signed");
    }

    @Test
    void refusesTheJournalOfAnotherKiosk(@TempDir Path other) throws IOException {
        try (var journal = journal()) {
            give(journal, 1);
        }
        var stranger = SigningKey.in(other);
        assertThatThrownBy(() -> Journal.open(folder, stranger.open()))
                .hasMessageContaining("another key");
    }

    @Test
    void filesAwayWhatTheBranchHasAndGoesOnCounting() throws IOException {
        String head;
        try (var journal = journal()) {
            give(journal, 1);
            journal.archive();
            assertThat(folder.resolve(FILE)).as("still owed").exists();
            journal.merged(1);
            head = journal.head();
            journal.archive();
        }
        assertThat(folder.resolve("archive").resolve(FILE)).exists();
        try (var journal = journal()) {
            assertThat(journal.entries()).isEqualTo(1);
            assertThat(journal.head()).isEqualTo(head);
            assertThat(journal.lastTouched()).isEqualTo(NOON.plusSeconds(1));
            assertThat(journal.owes()).isFalse();
            give(journal, 2);
            assertThat(journal.owed()).hasSize(1);
        }
    }

    @Test
    void finishesTheFilingThatAPowerCutLeft() throws IOException {
        try (var journal = journal()) {
            give(journal, 1);
            journal.merged(1);
            journal.archive();
        }
        // As if the power had failed after the new file's first line.
        Files.move(folder.resolve("archive").resolve(FILE), folder.resolve(FILE));
        try (var journal = journal()) {
            assertThat(journal.entries()).isEqualTo(1);
            assertThat(journal.owes()).isFalse();
        }
        assertThat(folder.resolve(FILE)).doesNotExist();
    }

    @Test
    void isForTheKiosksUserAlone() throws IOException {
        try (var journal = journal()) {
            give(journal, 1);
        }
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve(FILE))))
                .isEqualTo("rw-------");
    }

    private Journal journal() throws IOException {
        return Journal.open(folder, key.open());
    }

    private void give(Journal journal, int ordinal) {
        var opening =
                Opening.random(new SecureRandom(), List.of("ID-CARD"), "kk", Optional.empty());
        var entry =
                new KioskEntry(
                        new DeviceId("k1"),
                        journal.entries() + 1,
                        journal.head(),
                        new RequestId(UUID.randomUUID()),
                        new TicketNumber('A', ordinal),
                        LocalDate.of(2026, 11, 23),
                        NOON.plusSeconds(ordinal),
                        "demo-1",
                        opening.commitment());
        journal.give(
                new Slip(
                        entry,
                        key.sign(entry.statement()),
                        opening,
                        new RequestId(UUID.randomUUID()),
                        Optional.empty()));
    }

    private static int lineEnds(byte[] bytes, int lines) {
        int at = 0;
        for (int seen = 0; seen < lines; at++) {
            if (bytes[at] == '\n') {
                seen++;
            }
        }
        return at;
    }
}
