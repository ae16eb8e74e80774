package kz.adalkezek.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A year of a small branch: more entries than one hash tile of the second level covers.
class LongLogTest {

    /// Generous, because machines differ; a check that were quadratic would take far longer.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void checksAYearQuickly(@TempDir Path data) {
        var town = BusyDays.of(5, 66_000, 150);
        LogFolder.copy(data, town.log());
        long began = System.nanoTime();
        var said = Said.verify(data);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE);
        assertThat(said.out()).contains("SOUND").doesNotContain(" 0 by the limit");
    }
}
