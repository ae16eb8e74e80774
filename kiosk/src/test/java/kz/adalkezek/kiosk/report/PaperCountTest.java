package kz.adalkezek.kiosk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperCountTest {

    private Path file;

    @BeforeEach
    void choose(@TempDir Path dir) {
        file = dir.resolve("printed");
    }

    @Test
    void goesOnCountingAfterAStart() {
        var papers = new PaperCount(file);
        assertThat(papers.count()).isZero();
        papers.add();
        papers.add();
        assertThat(new PaperCount(file).count()).isEqualTo(2);
        assertThat(file).content().isEqualTo("2\n");
    }

    @Test
    void stopsAtTheMostThatTheBranchTakes() throws IOException {
        Files.writeString(file, "999999999\n");
        var papers = new PaperCount(file);
        papers.add();
        papers.add();
        assertThat(papers.count()).isEqualTo(1_000_000_000);
        assertThat(new PaperCount(file).count()).isEqualTo(1_000_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "12x", "007", "1000000001", "99999999999999999999"})
    void putsAFileAsideThatHoldsNoNumber(String text) throws IOException {
        Files.writeString(file, text);
        assertThat(new PaperCount(file).count()).isZero();
        assertThat(file).doesNotExist();
        assertThat(file.resolveSibling("printed.bad")).content().isEqualTo(text);
    }

    @Test
    void countsOnWhenTheDiskIsFull() throws IOException {
        var papers = new PaperCount(file);
        papers.add();
        // The system itself answers that nothing is left on this device.
        Files.createSymbolicLink(file.resolveSibling("printed.tmp"), Path.of("/dev/full"));
        papers.add();
        assertThat(papers.count()).isEqualTo(2);
        assertThat(new PaperCount(file).count()).isEqualTo(1);
    }
}
