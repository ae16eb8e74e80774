package kz.adalkezek.kiosk.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import kz.adalkezek.queue.Block;
import kz.adalkezek.queue.TicketNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private Path file;

    @BeforeEach
    void inAFolder(@TempDir Path dir) {
        file = dir.resolve("leases.txt");
    }

    @Test
    void givesTheNumbersOfALeaseInTheirOrderAndThenThoseOfTheNext() throws IOException {
        var numbers = new Numbers(file);
        numbers.leased(new Block('A', 7, 8, TODAY));
        numbers.leased(new Block('A', 40, 40, TODAY));
        for (int ordinal : new int[] {7, 8, 40}) {
            var next = numbers.next('A', TODAY).orElseThrow();
            assertThat(next).isEqualTo(new TicketNumber('A', ordinal));
            numbers.used(next, TODAY);
        }
        assertThat(numbers.next('A', TODAY)).isEmpty();
    }

    @Test
    void givesNoNumberOfAnotherDayOrLetter() throws IOException {
        var numbers = new Numbers(file);
        numbers.leased(new Block('A', 1, 20, TODAY));
        assertThat(numbers.next('A', TODAY.plusDays(1))).isEmpty();
        assertThat(numbers.next('K', TODAY)).isEmpty();
        assertThat(numbers.before(TODAY)).isEmpty();
        assertThat(numbers.before(TODAY.plusDays(1))).containsExactly(new Block('A', 1, 20, TODAY));
    }

    @Test
    void knowsAfterAStartWhatWasSettled() throws IOException {
        var numbers = new Numbers(file);
        numbers.leased(new Block('A', 1, 20, TODAY));
        numbers.used(new TicketNumber('A', 1), TODAY);
        assertThat(new Numbers(file).left('A', TODAY)).as("the journal has it").isEqualTo(20);
        numbers.settle();
        assertThat(new Numbers(file).left('A', TODAY)).isEqualTo(19);
        numbers.replace(List.of(new Block('A', 5, 6, TODAY)));
        assertThat(new Numbers(file).next('A', TODAY)).contains(new TicketNumber('A', 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A 1 20", "A 20 1 2026-11-23", "AA 1 2 2026-11-23", "A x 2 2026-11-23"})
    void refusesAFileThatHoldsNoLeases(String line) throws IOException {
        Files.writeString(file, line + "\n");
        assertThatThrownBy(() -> new Numbers(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("holds no leases");
    }

    @ParameterizedTest
    @CsvSource({"1, 0, true", "500, 500, true", "0, 0, false", "501, 0, false", "5, 6, false"})
    void holdsAStockOfUpToFiveHundred(int full, int low, boolean taken) {
        if (taken) {
            assertThat(new Stock(full, low).full()).isEqualTo(full);
        } else {
            assertThatThrownBy(() -> new Stock(full, low))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
