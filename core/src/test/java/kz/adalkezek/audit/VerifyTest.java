package kz.adalkezek.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import kz.adalkezek.log.Checkpoint;
import kz.adalkezek.log.Hash;
import kz.adalkezek.log.SeedSigner;
import kz.adalkezek.log.SignedNote;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The command as its users know it: what it reads, what it says first, how it ends.
class VerifyTest {

    private static final String KEY = LogFolder.SIGNER.verifierKey().toString();

    private static Town town(int size) {
        var town = Town.open();
        while (town.line().size() < size) {
            town.asks(new Command.StepClock(town.request(), town.now()));
        }
        return town;
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 255, 256, 257, 512, 1000})
    void findsALawfulLogSoundAtSizesAroundABundle(int size, @TempDir Path data) {
        LogFolder.branch(data, town(size).log());
        var said = Said.verify(data, "--vkey", KEY);
        assertThat(said.code()).isEqualTo(Verify.SOUND);
        assertThat(said.out()).contains("SOUND", "Size:       " + size + " entries", Town.ORIGIN);
        assertThat(said.err()).isEmpty();
    }

    @Test
    void findsAnEmptyLogSound(@TempDir Path data) {
        var log = LogFolder.branch(data, town(10).log());
        LogFolder.writeFile(
                log.resolve("checkpoint"),
                LogFolder.signed(new Checkpoint(Town.ORIGIN, 0, Hash.EMPTY_TREE)));
        assertThat(Said.verify(data).code()).isEqualTo(Verify.SOUND);
    }

    @Test
    void findsBusyDaysSoundInEveryLayout(@TempDir Path data) {
        var entries = BusyDays.of(1, 1500, 250).log();
        var log = LogFolder.branch(data.resolve("branch"), entries);
        var copy = LogFolder.copy(data.resolve("copy"), entries);
        assertThat(Said.verify(log, "--vkey", KEY).out()).contains("SOUND");
        assertThat(Said.verify(data.resolve("branch")).code()).isEqualTo(Verify.SOUND);
        assertThat(Said.verify(copy).code()).isEqualTo(Verify.SOUND);
    }

    @Test
    void saysFirstThatAKeyIsNotPinned(@TempDir Path data) {
        LogFolder.branch(data, town(20).log());
        assertThat(Said.verify(data).out()).startsWith("The key is NOT pinned");
        assertThat(Said.verify(data, "--vkey", KEY).out()).startsWith("The key is pinned");
    }

    @Test
    void tellsAJournalistWhatTheLogComesTo(@TempDir Path data) {
        var town = Town.open();
        var early = town.takes(Town.SOC);
        town.passes(1);
        town.takesWithCredit(30, Town.SOC);
        town.callsNext();
        town.callsNext();
        assertThat(town.visitOvertakes(early)).isEqualTo(1);
        LogFolder.branch(data, town.log());
        assertThat(Said.verify(data, "--vkey", KEY).out())
                .contains("Days:       1, 2026-11-23 to 2026-11-23")
                .contains("Tickets:    2 issued")
                .contains("Calls:      1 by order, 0 by the limit, 0 by override; 0 of all")
                .contains("Overtaken:  1 times")
                .contains("Refusals:   1")
                .contains("Overrides:  0");
    }

    @Test
    void listsAnOverrideWithItsReasonAndIsContent(@TempDir Path data) {
        var town = Town.open();
        town.takes(Town.SOC);
        town.passes(1);
        var bolat = town.takes(Town.SOC);
        long index =
                town.forges(
                        Town.AIDA,
                        new Event.CallMade(
                                bolat,
                                Town.DESK_3,
                                Event.Rule.OVERRIDE,
                                "test-1",
                                2,
                                1,
                                new Code("emergency"),
                                true));
        LogFolder.branch(data, town.log());
        var said = Said.verify(data, "--vkey", KEY);
        assertThat(said.code()).isEqualTo(Verify.SOUND);
        assertThat(said.out())
                .contains("Overrides:  1")
                .contains(
                        "Entry "
                                + index
                                + ": 2026-11-23 09:01:00 +05:00, counter 3, operator o-aida,"
                                + " reason emergency.");
    }

    @Test
    void leavesAloneWhatALiveLogHoldsBeyondItsCheckpoint(@TempDir Path data) {
        var town = town(300);
        var signed = LogFolder.checkpoint(LogFolder.bytes(town.log()));
        while (town.line().size() < 530) {
            town.takes(Town.SOC);
        }
        var log = LogFolder.branch(data, town.log());
        LogFolder.writeFile(log.resolve("checkpoint"), LogFolder.signed(signed));
        var torn = log.resolve("tile/entries/002");
        var bytes = LogFolder.readFile(torn);
        LogFolder.writeFile(torn, Arrays.copyOf(bytes, bytes.length - 3));
        assertThat(Said.verify(data).code()).isEqualTo(Verify.SOUND);
    }

    @Test
    void leavesAloneAPartialTileThatAFullOneHasReplaced(@TempDir Path data) {
        var entries = BusyDays.of(2, 600, 250).log();
        var log = LogFolder.copy(data, entries);
        var full = LogFolder.readFile(log.resolve("tile/0/000"));
        LogFolder.writeFile(log.resolve("tile/0/000.p/9"), Arrays.copyOf(full, 9 * Hash.BYTES));
        assertThat(Said.verify(data).code()).isEqualTo(Verify.SOUND);
        full[8 * Hash.BYTES] ^= 1;
        LogFolder.writeFile(log.resolve("tile/0/000.p/9"), Arrays.copyOf(full, 9 * Hash.BYTES));
        assertThat(Said.verify(data).out()).contains("tile/0/000.p/9: hash 8 is not that of");
    }

    @Test
    void namesAPartialBundleThatTellsAnotherStory(@TempDir Path data) {
        var town = town(280);
        var log = LogFolder.branch(data.resolve("branch"), town.log());
        var copy = LogFolder.copy(data.resolve("copy"), town.log());
        var partial = "tile/entries/001.p/24";
        var bytes = LogFolder.readFile(copy.resolve(partial));
        LogFolder.writeFile(log.resolve(partial), bytes);
        assertThat(Said.verify(log).code()).isEqualTo(Verify.SOUND);
        bytes[bytes.length - 2] ^= 1;
        LogFolder.writeFile(log.resolve(partial), bytes);
        assertThat(Said.verify(log).out())
                .contains(partial + ": holds other entries than tile/entries/001.");
    }

    @Test
    void refusesACheckpointOfAnotherKey(@TempDir Path data) {
        LogFolder.branch(data, town(20).log());
        var other = SeedSigner.log(Town.ORIGIN, 8).verifierKey().toString();
        var said = Said.verify(data, "--vkey", other);
        assertThat(said.code()).isEqualTo(Verify.LOG_BROKEN);
        assertThat(said.out()).contains("checkpoint: the key has not signed it.", "LOG BROKEN");
    }

    @Test
    void refusesACheckpointWithAFalseSignature(@TempDir Path data) {
        var log = LogFolder.branch(data, town(20).log());
        var other = LogFolder.checkpoint(LogFolder.bytes(town(21).log()));
        var note = new String(LogFolder.readFile(log.resolve("checkpoint")), UTF_8);
        var forged = other.text() + note.substring(note.indexOf("\n\n") + 1);
        LogFolder.writeFile(log.resolve("checkpoint"), forged.getBytes(UTF_8));
        var said = Said.verify(data);
        assertThat(said.code()).isEqualTo(Verify.LOG_BROKEN);
        assertThat(said.out()).contains("checkpoint: the signature is false.");
    }

    @Test
    void refusesACheckpointWithoutSignature(@TempDir Path data) {
        var log = LogFolder.branch(data, town(20).log());
        var text = LogFolder.checkpoint(LogFolder.bytes(town(20).log())).text();
        LogFolder.writeFile(log.resolve("checkpoint"), text.getBytes(UTF_8));
        assertThat(Said.verify(data).code()).isEqualTo(Verify.LOG_BROKEN);
    }

    @Test
    void refusesALogWhoseFirstEntryNamesAnother(@TempDir Path data) {
        var entries = town(20).log();
        var log = LogFolder.branch(data, entries);
        var origin = "example.kz/branch/2/log";
        var signer = SeedSigner.log(origin, 7);
        var root = LogFolder.checkpoint(LogFolder.bytes(entries)).root();
        LogFolder.writeFile(
                log.resolve("checkpoint"),
                SignedNote.sign(new Checkpoint(origin, 20, root).text(), signer).format());
        var said = Said.verify(data, "--vkey", signer.verifierKey().toString());
        assertThat(said.code()).isEqualTo(Verify.LOG_BROKEN);
        assertThat(said.out()).contains("entry 0 opens the log " + Town.ORIGIN);
    }

    @Test
    void comparesWithAnOlderCheckpoint(@TempDir Path data) {
        var town = town(300);
        var older = data.resolve("older");
        LogFolder.writeFile(
                older, LogFolder.signed(LogFolder.checkpoint(LogFolder.bytes(town.log()))));
        town.takes(Town.SOC);
        LogFolder.branch(data, town.log());
        var said = Said.verify(data, "--since", older.toString());
        assertThat(said.code()).isEqualTo(Verify.SOUND);
        assertThat(said.out()).contains("an older checkpoint of 300 entries was compared");
    }

    @Test
    void namesARollback(@TempDir Path data) {
        var town = town(300);
        LogFolder.branch(data, town.log());
        town.takes(Town.SOC);
        var older = data.resolve("older");
        LogFolder.writeFile(
                older, LogFolder.signed(LogFolder.checkpoint(LogFolder.bytes(town.log()))));
        var said = Said.verify(data, "--since", older.toString());
        assertThat(said.code()).isEqualTo(Verify.LOG_BROKEN);
        assertThat(said.out()).contains("ROLLBACK").contains("300").contains("302");
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 256, 300})
    void namesASplitView(int size, @TempDir Path data) {
        LogFolder.branch(data, town(300).log());
        var older = data.resolve("older");
        var other = Hash.leaf(new byte[] {1});
        LogFolder.writeFile(older, LogFolder.signed(new Checkpoint(Town.ORIGIN, size, other)));
        var said = Said.verify(data, "--since", older.toString());
        assertThat(said.code()).isEqualTo(Verify.LOG_BROKEN);
        assertThat(said.out()).contains("SPLIT VIEW, the first " + size + " entries");
    }

    @Test
    void cannotCompareWithANoteThatTheKeyHasNotSigned(@TempDir Path data) {
        var entries = town(20).log();
        LogFolder.branch(data, entries);
        var older = data.resolve("older");
        var checkpoint = LogFolder.checkpoint(LogFolder.bytes(entries));
        LogFolder.writeFile(
                older, SignedNote.sign(checkpoint.text(), SeedSigner.log(Town.ORIGIN, 8)).format());
        var said = Said.verify(data, "--since", older.toString());
        assertThat(said.code()).isEqualTo(Verify.CANNOT_READ);
        assertThat(said.err()).contains("the key has not signed it");
    }

    @Test
    void cannotReadWhatIsNotThere(@TempDir Path data) throws IOException {
        cannotRead("there is no directory", data.resolve("nowhere").toString());
        cannotRead("there is no log in", Files.createDirectory(data.resolve("empty")).toString());
        cannotRead("http://localhost:1/log", "http://localhost:1");
        cannotRead("is not an address", "http://");
    }

    @Test
    void cannotReadWithoutAKey(@TempDir Path data) {
        var log = LogFolder.branch(data, town(20).log());
        LogFolder.writeFile(data.resolve("keys/log.vkey"), "no key".getBytes(UTF_8));
        cannotRead("is not the key of a log", log.toString());
        assertThat(data.resolve("keys/log.vkey").toFile().delete()).isTrue();
        cannotRead("give one with --vkey", log.toString());
    }

    @Test
    void cannotReadWhatIsAskedBadly(@TempDir Path data) {
        cannotRead("say which log");
        cannotRead("--vkey needs a value", "dir", "--vkey");
        cannotRead("--fast means", "dir", "--fast", "x");
        cannotRead("two means", "one", "two");
        cannotRead("nonsense is not the key of a log", "dir", "--vkey", "nonsense");
        var witness = SeedSigner.witness("witness.kz", 3).verifierKey().toString();
        cannotRead("is not the key of a log", "dir", "--vkey", witness);
        LogFolder.branch(data, town(20).log());
        cannotRead("older cannot be read", data.toString(), "--since", data + "/older");
    }

    private static void cannotRead(String why, String... args) {
        var said = Said.run(args);
        assertThat(said.code()).as(said.out()).isEqualTo(Verify.CANNOT_READ);
        assertThat(said.err()).contains(why, "Usage: ./kezek verify DIR-or-URL");
    }
}
