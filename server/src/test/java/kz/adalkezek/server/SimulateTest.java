package kz.adalkezek.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.adalkezek.audit.Verify;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SimulateTest {

    private static final PrintStream NOWHERE =
            new PrintStream(PrintStream.nullOutputStream(), true, UTF_8);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void leavesALogThatAStrangerFindsSound(@TempDir Path folder) throws IOException {
        var data = folder.resolve("played");
        assertThat(simulate("--days", "1", "--seed", "3", "--data", data.toString())).isZero();
        var withLog = out.toString(UTF_8);

        assertThat(Verify.run(new String[] {data.toString()}, NOWHERE, NOWHERE))
                .isEqualTo(Verify.SOUND);

        out.reset();
        assertThat(simulate("--seed", "3")).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo(withLog).contains("2026-11-23 Mon");
    }

    @Test
    void leavesAFolderAloneThatHoldsSomethingElse(@TempDir Path folder) throws IOException {
        var letter = Files.writeString(folder.resolve("letter.txt"), "хат");
        assertThatThrownBy(() -> simulate("--data", folder.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds something already");
        assertThatThrownBy(() -> simulate("--data", letter.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds something already");
        try (var names = Files.list(folder)) {
            assertThat(names).containsExactly(letter);
        }
        assertThat(letter).hasContent("хат");
    }

    @ParameterizedTest
    @CsvSource({
        "--days, 0",
        "--days, -1",
        "--days, 10001",
        "--days, many",
        "--seed, 9223372036854775808",
        "--seed, -9223372036854775809",
        "--seed, x",
        "--speed, 3"
    })
    void refusesWhatNobodyCanPlay(String option, String value) {
        assertThatThrownBy(() -> simulate(option, value))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(option);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "-9223372036854775808"})
    void takesEverySeedOf64Bits(String seed) throws IOException {
        assertThat(simulate("--days", "1", "--seed", seed)).isZero();
        assertThat(out.toString(UTF_8)).startsWith("Seed " + seed + ", 1 day(s)");
    }

    @Test
    void takesUpToTenThousandDays() {
        assertThat(Simulate.options(List.of("--days", "10000")).days()).isEqualTo(10_000);
    }

    private int simulate(String... args) throws IOException {
        return Simulate.run(List.of(args), () -> 0, new PrintStream(out, true, UTF_8), NOWHERE);
    }
}
