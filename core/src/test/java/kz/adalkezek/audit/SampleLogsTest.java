package kz.adalkezek.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kz.adalkezek.audit.SampleLogs.Sample;
import kz.adalkezek.queue.EventCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The logs in `docs/samples`, with which anybody can try the verifier. They follow from the code
/// of [SampleLogs] to the byte; where they differ the new ones lie in `target/samples`.
class SampleLogsTest {

    private static final Path SAMPLES = Path.of("..", "docs", "samples");
    private static final Path MADE = Path.of("target", "samples");
    private static final long MAX_BYTES = 60_000;

    static Stream<Arguments> samples() {
        return SampleLogs.all().entrySet().stream()
                .map(one -> Arguments.of(one.getKey(), one.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void lieThereAsTheCodeMakesThem(String name, Sample sample) {
        var made = LogFolder.copy(MADE.resolve(name), sample.log());
        var kept = SAMPLES.resolve(name);
        assertThat(kept).as("copy %s there", made.toAbsolutePath()).isDirectory();
        var files = LogFolder.files(made);
        assertThat(LogFolder.files(kept)).isEqualTo(files);
        long bytes = 0;
        for (var file : files) {
            assertThat(kept.resolve(file))
                    .as("copy %s to docs/samples", made.toAbsolutePath())
                    .hasBinaryContent(LogFolder.readFile(made.resolve(file)));
            bytes += LogFolder.readFile(made.resolve(file)).length;
        }
        assertThat(bytes).isLessThan(MAX_BYTES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void areJudgedAsTheirNamesSay(String name, Sample sample) {
        var said = Said.verify(SAMPLES.resolve(name));
        assertThat(said.out()).contains(sample.said());
        if (sample.index().isEmpty()) {
            assertThat(said.code()).isEqualTo(Verify.SOUND);
        } else {
            int index = Math.toIntExact(sample.index().get());
            var type = EventCodec.type(sample.log().get(index).event());
            assertThat(said.code()).isEqualTo(Verify.LAW_BROKEN);
            assertThat(said.out()).contains("Entry " + index + " (" + type + "): " + sample.said());
        }
    }

    @Test
    void areNotBelievedOnceAByteIsChanged(@TempDir Path data) throws IOException {
        for (var file : LogFolder.files(SAMPLES.resolve("sound-day"))) {
            var bytes = LogFolder.readFile(SAMPLES.resolve("sound-day").resolve(file));
            if (file.contains("entries")) {
                bytes[bytes.length / 2] ^= 1;
            }
            LogFolder.writeFile(data.resolve(file), bytes);
        }
        Files.copy(SAMPLES.resolve("sound-day").resolve("vkey"), data.resolve("vkey"));
        assertThat(Said.verify(data).code()).isEqualTo(Verify.LOG_BROKEN);
    }

    /// Whoever reads the page tries every folder.
    @Test
    void areAllOnThePage() throws IOException {
        var page = Files.readString(Path.of("..", "docs", "verify.md"));
        assertThat(page).contains(List.copyOf(SampleLogs.all().keySet()));
        try (var folders = Files.list(SAMPLES)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(SampleLogs.all().keySet());
        }
    }
}
