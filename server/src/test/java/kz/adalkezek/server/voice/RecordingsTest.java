package kz.adalkezek.server.voice;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kz.adalkezek.server.voice.Recordings.Fault;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordingsTest {

    private Path folder;

    @BeforeEach
    void opens(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void comeWithTheProjectForEveryWord() throws IOException {
        var clips = Clips.with(Map.of());

        assertThat(clips.names()).containsAll(new Words().byClip().keySet()).contains("gong");
        for (var name : clips.names()) {
            var clip = clips.clip(name).orElseThrow();
            assertThat(clip.ms()).as(name).isBetween(100, 2_000);
            assertThat(clip.type()).isEqualTo(name.equals("gong") ? "audio/wav" : "audio/ogg");
        }
        assertThat(clips.clip("kk-0")).isEmpty();
    }

    @Test
    void ofTheBranchComeBeforeThose() throws IOException {
        var own = wav(16_000, 1, 400);
        save("kk-7.wav", own);
        save("LICENSE.txt", new byte[3]);

        var read = Recordings.read(folder);

        assertThat(read.faults()).isEmpty();
        var clips = Clips.with(read.clips());
        assertThat(clips.clip("kk-7").orElseThrow().bytes()).isEqualTo(own);
        assertThat(clips.clip("kk-7").orElseThrow().ms()).isEqualTo(400);
        assertThat(clips.clip("kk-8").orElseThrow().type()).isEqualTo("audio/ogg");
    }

    @ParameterizedTest
    @CsvSource({
        "8000, 1, 50",
        "48000, 2, 5000",
        "22050, 1, 1000",
    })
    void areTakenUpToTheirLimits(int rate, int channels, int ms) throws IOException {
        save("ru-12.wav", wav(rate, channels, ms));
        assertThat(Recordings.read(folder).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "7999, 1, 500, save it with 8000 to 48000 samples a second",
        "48001, 1, 500, save it with 8000 to 48000 samples a second",
        "22050, 3, 500, save it with 16 bits and 1 or 2 channels",
        "22050, 0, 500, save it with 16 bits and 1 or 2 channels",
        "16000, 1, 49, cut it to 50 to 5000",
        "16000, 1, 5001, cut it to 50 to 5000",
    })
    void areRefusedBeyondThem(int rate, int channels, int ms, String remedy) throws IOException {
        save("ru-12.wav", wav(rate, channels, ms));
        assertRefused(remedy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk-0.ogg", "kk-7.mp3", "kk-7.WAV", "KK-7.wav", "kk-7", ".wav"})
    void areRefusedByAStrangeName(String name) throws IOException {
        save(name, wav(16_000, 1, 400));
        assertRefused("take one of clips.tsv, with .wav or .ogg");
    }

    @Test
    void areRefusedTwice() throws IOException {
        save("kk-7.wav", wav(16_000, 1, 400));
        save("kk-7.ogg", Clips.with(Map.of()).clip("kk-8").orElseThrow().bytes());
        assertRefused("keep one of .wav and .ogg");
    }

    @Test
    void areRefusedWhereTheyAreTooLargeOrNoFile() throws IOException {
        save("kk-7.wav", new byte[Recordings.FILE_MAX_BYTES + 1]);
        assertRefused("save it smaller");
        Files.delete(folder.resolve("kk-7.wav"));
        Files.createDirectory(folder.resolve("kk-7.wav"));
        assertRefused("save it smaller");
    }

    /// Whatever a file holds, it is judged and never thrown over.
    @ParameterizedTest
    @ValueSource(strings = {"kk-go", "gong"})
    void areJudgedAtWhateverByteTheyAreCut(String clip) throws IOException {
        var whole = Clips.with(Map.of()).clip(clip).orElseThrow().bytes();
        for (int cut = 0; cut < whole.length; cut += cut < 300 ? 1 : 97) {
            var bytes = Arrays.copyOf(whole, cut);
            Assertions.assertThatIllegalArgumentException()
                    .as("cut at %d", cut)
                    .isThrownBy(() -> Sound.of(bytes));
        }
    }

    @Test
    void areNotReadWhereThereAreTooMany() throws IOException {
        for (int i = 0; i < Recordings.FILES_MAX; i++) {
            save(i + ".txt", new byte[0]);
        }
        assertThat(Recordings.read(folder).faults()).isEmpty();
        save("one-more.txt", new byte[0]);
        assertRefused("take out what is none");
    }

    @Test
    void needTheirFolder() {
        Assertions.assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> Recordings.read(folder.resolve("nowhere")));
    }

    private void assertRefused(String remedy) throws IOException {
        assertThat(Recordings.read(folder).faults())
                .extracting(Fault::remedy)
                .isEqualTo(List.of(remedy));
    }

    private void save(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private static byte[] wav(int rate, int channels, int ms) {
        int bytes = (int) ((long) rate * ms / 1_000) * channels * Short.BYTES;
        var file = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(US_ASCII)).putInt(36 + bytes).put("WAVEfmt ".getBytes(US_ASCII));
        file.putInt(16).putShort((short) 1).putShort((short) channels).putInt(rate);
        file.putInt(rate * channels * Short.BYTES).putShort((short) (channels * Short.BYTES));
        file.putShort((short) Short.SIZE).put("data".getBytes(US_ASCII)).putInt(bytes);
        return file.array();
    }
}
