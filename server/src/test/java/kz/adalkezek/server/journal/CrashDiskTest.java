package kz.adalkezek.server.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import kz.adalkezek.server.journal.CrashDisk.Fault;
import kz.adalkezek.server.journal.CrashDisk.Loss;
import kz.adalkezek.server.journal.Disk.OpenFile;
import kz.adalkezek.server.journal.Disk.Readers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CrashDiskTest {

    private static final Path ROOT = Path.of("/");
    private static final Path FILE = Path.of("/file");

    private final CrashDisk disk = new CrashDisk();

    @ParameterizedTest
    @EnumSource(Loss.class)
    void keepsWhatWasForced(Loss loss) {
        var file = durable("forced");
        file.close();
        disk.crash(loss);
        assertThat(text()).isEqualTo("forced");
    }

    @ParameterizedTest
    @CsvSource({"NOTHING, forcedloose", "EVERYTHING, forced", "TORN, forcedlo"})
    void mayLoseWhatWasNotForced(Loss loss, String left) {
        durable("forced").write(6, "loose".getBytes(UTF_8));
        assertThat(text()).isEqualTo("forcedloose");
        disk.crash(loss);
        assertThat(text()).isEqualTo(left);
    }

    @Test
    void mayLeaveZerosForWhatWasNotForced() {
        durable("forced").write(4, "12345".getBytes(UTF_8));
        disk.crash(Loss.ZEROED);
        assertThat(text()).isEqualTo("forced\0\0\0");
    }

    @Test
    void mayLoseAFileWhoseNameWasNotForced() {
        var file = disk.open(FILE, Readers.EVERYBODY);
        file.write(0, "forced".getBytes(UTF_8));
        file.force();
        disk.crash(Loss.EVERYTHING);
        assertThat(disk.exists(FILE)).isFalse();
    }

    @Test
    void mayBringBackAFileWhoseDeletionWasNotForced() {
        durable("forced").close();
        disk.delete(FILE);
        assertThat(disk.exists(FILE)).isFalse();
        disk.crash(Loss.EVERYTHING);
        assertThat(text()).isEqualTo("forced");
    }

    @Test
    void takesAFileWithTheDirectoryThatIsLost() {
        var directory = Path.of("/directory");
        disk.createDirectory(directory);
        disk.open(directory.resolve("file"), Readers.EVERYBODY).force();
        disk.forceDirectory(directory);
        disk.crash(Loss.EVERYTHING);
        assertThat(disk.list(ROOT)).isEmpty();
        assertThat(disk.exists(directory.resolve("file"))).isFalse();
    }

    @Test
    void leavesTheOldOrTheNewFileOfAReplacement() {
        durable("old").close();
        disk.replace(FILE, "new".getBytes(UTF_8));
        assertThat(text()).isEqualTo("new");
        disk.crash(Loss.EVERYTHING);
        assertThat(text()).isEqualTo("old");
        disk.replace(FILE, "new".getBytes(UTF_8));
        disk.crash(Loss.ZEROED);
        assertThat(text()).isEqualTo("\0\0\0");
    }

    /// As Linux does since 2018: the error is told once, and the pages count as written.
    @Test
    void showsWhatAFailedForceHasLostAndForcesItNeverMore() {
        var file = durable("forced");
        file.write(6, "lost".getBytes(UTF_8));
        disk.failAt(1, Fault.REFUSED);
        assertThatThrownBy(file::force).isInstanceOf(JournalException.class);
        file.force();
        assertThat(text()).isEqualTo("forcedlost");
        disk.crash(Loss.NOTHING);
        assertThat(text()).isEqualTo("forced");
    }

    @ParameterizedTest
    @CsvSource({"REFUSED, forced", "PARTIAL, forced12"})
    void failsTheCallThatWasNamedAndNoOther(Fault fault, String left) {
        var file = durable("forced");
        disk.failAt(2, fault);
        file.write(6, "".getBytes(UTF_8));
        assertThatThrownBy(() -> file.write(6, "1234".getBytes(UTF_8)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("could not write /file");
        assertThat(text()).isEqualTo(left);
        file.write(6, "1234".getBytes(UTF_8));
        assertThat(text()).isEqualTo("forced1234");
    }

    @Test
    void flipsOneBitWithoutAWord() {
        var file = durable("");
        disk.failAt(1, Fault.FLIPPED_BIT);
        file.write(0, "abc".getBytes(UTF_8));
        assertThat(text()).isEqualTo("acc");
    }

    @Test
    void refusesWhatACarefulProgramDoesNotDo() {
        var file = durable("forced");
        assertThatThrownBy(() -> file.write(7, new byte[1])).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> file.read(5, 2)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> file.truncate(7)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> disk.open(Path.of("/a/b"), Readers.OWNER))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> disk.forceDirectory(Path.of("/a")))
                .isInstanceOf(AssertionError.class);
        file.close();
        assertThatThrownBy(file::force).isInstanceOf(AssertionError.class);
    }

    @Test
    void closesFilesAndGivesBackLocksWhenThePowerIsCut() {
        var file = durable("forced");
        disk.lock(Path.of("/lock"));
        assertThatThrownBy(() -> disk.lock(Path.of("/lock"))).isInstanceOf(JournalException.class);
        disk.crash(Loss.NOTHING);
        disk.lock(Path.of("/lock")).close();
        assertThat(disk.openFiles()).isZero();
        assertThatThrownBy(file::force).isInstanceOf(AssertionError.class);
    }

    private OpenFile durable(String text) {
        var file = disk.open(FILE, Readers.EVERYBODY);
        file.write(0, text.getBytes(UTF_8));
        file.force();
        disk.forceDirectory(ROOT);
        return file;
    }

    private String text() {
        return new String(disk.read(FILE), UTF_8);
    }
}
