package kz.adalkezek.server.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kz.adalkezek.server.journal.CrashDisk.Fault;
import kz.adalkezek.server.journal.CrashDisk.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateDaysTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final Path FILE = Path.of("/private/2026-11-23");
    private static final String AIGERIM = "{\"i\":4,\"phone\":\"+7 701 000 00 01\"}";
    private static final String DAMIR = "{\"i\":9,\"phone\":\"+7 701 000 00 02\"}";

    private final CrashDisk disk = new CrashDisk();

    @Test
    void givesBackForcedRecordsOfEachDayInTheirOrder() {
        try (var days = open()) {
            store(days, MONDAY, AIGERIM, DAMIR);
            store(days, TUESDAY, "{}");
            store(days, MONDAY, AIGERIM);
        }
        disk.crash(Loss.EVERYTHING);
        try (var days = open()) {
            assertThat(read(days, MONDAY)).containsExactly(AIGERIM, DAMIR, AIGERIM);
            assertThat(read(days, TUESDAY)).containsExactly("{}");
            assertThat(days.days()).containsExactly(MONDAY, TUESDAY);
            assertThat(read(days, TUESDAY.plusDays(1))).isEmpty();
        }
    }

    @Test
    void isForItsOwnersEyesOnly() {
        try (var days = open()) {
            store(days, MONDAY, AIGERIM);
            assertThat(disk.isForOwnerOnly(FILE)).isTrue();
        }
    }

    @Test
    void forcesOnceForManyRecordsAndNotAtAllForNone() {
        try (var days = open()) {
            store(days, MONDAY, AIGERIM);
            long before = disk.forces();
            store(days, MONDAY, AIGERIM, DAMIR);
            assertThat(disk.forces()).isEqualTo(before + 1);
            days.force();
            assertThat(disk.forces()).isEqualTo(before + 1);
        }
    }

    @Test
    void cutsALastLineThatACrashToreAtAnyByte() {
        byte[] whole = (AIGERIM + "\n").getBytes(UTF_8);
        for (int torn = 0; torn < DAMIR.length(); torn++) {
            disk.put(FILE, (AIGERIM + "\n" + DAMIR.substring(0, torn)).getBytes(UTF_8));
            try (var days = open()) {
                assertThat(read(days, MONDAY)).containsExactly(AIGERIM);
                store(days, MONDAY, DAMIR);
                assertThat(read(days, MONDAY)).containsExactly(AIGERIM, DAMIR);
            }
        }
        disk.put(FILE, Arrays.copyOf(whole, whole.length + 100));
        try (var days = open()) {
            assertThat(read(days, MONDAY)).containsExactly(AIGERIM);
        }
    }

    @Test
    void leavesNothingOfATornLine() {
        disk.put(FILE, (AIGERIM + "\n" + DAMIR).getBytes(UTF_8));
        try (var days = open()) {
            store(days, MONDAY, "{}");
        }
        assertThat(new String(disk.read(FILE), UTF_8)).isEqualTo(AIGERIM + "\n{}\n");
    }

    @Test
    void passesOverALineOfZerosThatAPowerCutLeft() {
        disk.put(FILE, (AIGERIM + "\n\0\0\0\0\n" + DAMIR + "\n").getBytes(UTF_8));
        try (var days = open()) {
            assertThat(read(days, MONDAY)).containsExactly(AIGERIM, DAMIR);
        }
    }

    @Test
    void overwritesAnErasedRecordOnTheDiskItself() {
        try (var days = open()) {
            store(days, MONDAY, AIGERIM, DAMIR);
            int erased = days.erase(MONDAY, it -> new String(it, UTF_8).equals(AIGERIM));
            assertThat(erased).isEqualTo(1);
            store(days, MONDAY, "{}");
        }
        disk.crash(Loss.EVERYTHING);
        assertThat(new String(disk.read(FILE), UTF_8))
                .isEqualTo(" ".repeat(AIGERIM.length()) + "\n" + DAMIR + "\n{}\n");
        try (var days = open()) {
            assertThat(read(days, MONDAY)).containsExactly(DAMIR, "{}");
            assertThat(days.erase(TUESDAY, _ -> true)).isZero();
        }
    }

    @Test
    void removesADayAsAWhole() {
        try (var days = open()) {
            store(days, MONDAY, AIGERIM);
            store(days, TUESDAY, DAMIR);
            days.remove(TUESDAY);
            days.remove(TUESDAY);
        }
        disk.crash(Loss.EVERYTHING);
        try (var days = open()) {
            assertThat(days.days()).containsExactly(MONDAY);
            assertThat(read(days, TUESDAY)).isEmpty();
        }
    }

    @Test
    void takesRecordsUpToTheLimitAndNoneThatIsNotOneLine() {
        try (var days = open()) {
            days.append(MONDAY, "x".repeat(PrivateDays.RECORD_MAX_BYTES).getBytes(UTF_8));
            for (var wrong :
                    List.of("x".repeat(PrivateDays.RECORD_MAX_BYTES + 1), "", "{\n}", "\0")) {
                assertThatThrownBy(() -> days.append(MONDAY, wrong.getBytes(UTF_8)))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void refusesAfterAFault(long call) {
        try (var days = open()) {
            store(days, MONDAY, AIGERIM);
            disk.failAt(call, Fault.REFUSED);
            days.append(MONDAY, DAMIR.getBytes(UTF_8));
            assertThatThrownBy(days::force).isInstanceOf(JournalException.class);
            assertThatThrownBy(days::force).hasMessageContaining("stopped at a fault");
        }
    }

    @Test
    void forcesANewDayWithItsName() {
        try (var days = open()) {
            var steps = new ArrayList<String>();
            disk.listen(steps::add);
            store(days, MONDAY, AIGERIM);
            assertThat(steps).endsWith("force " + FILE, "read " + FILE, "force /private");
        }
    }

    private PrivateDays open() {
        return new PrivateDays(disk, Path.of("/private"));
    }

    private static void store(PrivateDays days, LocalDate day, String... records) {
        for (var record : records) {
            days.append(day, record.getBytes(UTF_8));
        }
        days.force();
    }

    private static List<String> read(PrivateDays days, LocalDate day) {
        return days.read(day).stream().map(record -> new String(record, UTF_8)).toList();
    }
}
