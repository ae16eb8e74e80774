package kz.adalkezek.server.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import kz.adalkezek.log.TilePath;
import kz.adalkezek.server.journal.Disk.Readers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDiskTest {

    private final FileDisk disk = new FileDisk();

    @Test
    void keepsALogOverManyLives(@TempDir Path data) {
        for (long size : new long[] {1, 255, 256, 257, 600}) {
            var log = new LogOnDisk(new FileDisk(), data);
            try (var journal = log.open()) {
                log.commit(journal, size);
                assertThat(journal.entries(0, size).toList()).isEqualTo(Entries.range(0, size));
                assertThat(journal.published().orElseThrow().root()).isEqualTo(Entries.root(size));
            }
        }
        assertThat(data.resolve("log/tile/entries/002")).exists();
        assertThat(data.resolve("log/tile/0/001")).hasSize(8192);
        assertThat(data.resolve("log/checkpoint"))
                .content()
                .startsWith(LogOnDisk.ORIGIN + "\n600\n");
        assertThat(data.resolve("signed/checkpoint.0")).exists();
        assertThat(data.resolve("signed/checkpoint.1")).exists();
    }

    @Test
    void cutsATornTailOfARealFile(@TempDir Path data) throws IOException {
        var log = new LogOnDisk(disk, data);
        try (var journal = log.open()) {
            log.commit(journal, 3);
        }
        var bundle = log.bundle(0);
        long whole = Files.size(bundle);
        Files.write(bundle, new byte[] {0, 90, '{'}, java.nio.file.StandardOpenOption.APPEND);
        try (var journal = log.open()) {
            assertThat(journal.size()).isEqualTo(3);
            assertThat(bundle).hasSize(whole);
            assertThat(journal.file(TilePath.entries(0, 3))).hasValue(Files.readAllBytes(bundle));
        }
    }

    @Test
    void refusesASecondWriterInThisProcess(@TempDir Path data) {
        try (var first = new LogOnDisk(disk, data).open()) {
            assertThat(first.size()).isZero();
            assertThatThrownBy(() -> new LogOnDisk(new FileDisk(), data).open())
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("another writer is alive");
        }
        new LogOnDisk(disk, data).open().close();
    }

    /// The other process is this Java with the same classes; it says when it holds the lock.
    @Test
    void refusesASecondWriterInAnotherProcess(@TempDir Path data) throws Exception {
        var other =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                LockHolder.class.getName(),
                                data.resolve("writer.lock").toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var said = other.inputReader(UTF_8);
                var told = other.outputWriter(UTF_8)) {
            assertThat(said.readLine()).isEqualTo("locked");
            assertThatThrownBy(() -> disk.lock(data.resolve("writer.lock")))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("another writer is alive");
            told.write("end\n");
        }
        assertThat(other.waitFor()).isZero();
        disk.lock(data.resolve("writer.lock")).close();
    }

    @Test
    void createsFilesForTheirOwnersEyesOnlyWhereAsked(@TempDir Path data) throws IOException {
        disk.open(data.resolve("secret"), Readers.OWNER).close();
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(data.resolve("secret"))))
                .isEqualTo("rw-------");
        try (var days = new PrivateDays(disk, data.resolve("private"))) {
            days.append(LocalDate.parse("2026-11-23"), "{}".getBytes(UTF_8));
            days.force();
        }
        var day = data.resolve("private/2026-11-23");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(day)))
                .isEqualTo("rw-------");
        assertThat(day).hasContent("{}");
    }

    @Test
    void replacesAFileAndLeavesNoOther(@TempDir Path data) {
        disk.replace(data.resolve("checkpoint"), "first".getBytes(UTF_8));
        disk.replace(data.resolve("checkpoint"), "second".getBytes(UTF_8));
        assertThat(disk.read(data.resolve("checkpoint"))).asString().isEqualTo("second");
        assertThat(disk.list(data)).containsExactly(data.resolve("checkpoint"));
    }

    @Test
    void saysWhatItTriedOnWhichPath(@TempDir Path data) {
        var nowhere = data.resolve("nowhere/file");
        assertThatThrownBy(() -> disk.read(nowhere))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("could not read " + nowhere)
                .hasCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> disk.open(nowhere, Readers.EVERYBODY))
                .hasMessageContaining("could not open " + nowhere);
        assertThatThrownBy(() -> disk.replace(nowhere, new byte[1]))
                .hasMessageContaining("could not replace " + nowhere);
        assertThatThrownBy(() -> disk.delete(nowhere))
                .hasMessageContaining("could not delete " + nowhere);
        assertThatThrownBy(() -> disk.forceDirectory(nowhere))
                .hasMessageContaining("could not force directory " + nowhere);
        try (var file = disk.open(data.resolve("file"), Readers.EVERYBODY)) {
            file.write(0, new byte[3]);
            assertThatThrownBy(() -> file.read(1, 3)).hasMessageContaining("could not read");
        }
    }

    @Test
    void countsItsForces(@TempDir Path data) {
        try (var file = disk.open(data.resolve("file"), Readers.EVERYBODY)) {
            file.force();
            disk.forceDirectory(data);
        }
        assertThat(disk.forces()).isEqualTo(2);
    }

    @Test
    void measuresTheDisk(@TempDir Path data) {
        assertThat(disk.usableBytes(data)).isBetween(0L, disk.totalBytes(data));
    }
}
