package kz.adalkezek.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class CosignatureTest {

    private static final SeedSigner WITNESS = SeedSigner.witness("witness.example/w1", 2);
    private static final Checkpoint CHECKPOINT =
            new Checkpoint(
                    "example.com/behind-the-sofa",
                    20852163,
                    Hash.fromBase64("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="));

    @Test
    void signsTheMessageOfTheSpecification() {
        assertThat(new String(Cosignature.message(1679315147, CHECKPOINT.text()), UTF_8))
                .isEqualTo(
                        """
                        cosignature/v1
                        time 1679315147
                        example.com/behind-the-sofa
                        20852163
                        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
                        """);
    }

    @Test
    void readsTheTimeOfTheSpecificationsLine() {
        var line =
                NoteSignature.parse(
                                "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcr"
                                        + "tPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBI"
                                        + "fZ+qnA==")
                        .orElseThrow();
        assertThat(Cosignature.parse(line).orElseThrow().timeS()).isEqualTo(1679315147);
    }

    @Test
    void verifiesForItsCheckpointAndWitnessOnly() {
        var cosignature = Cosignature.sign(CHECKPOINT, 1_700_000_000, WITNESS);
        var key = WITNESS.verifierKey();
        assertThat(Cosignature.parse(cosignature.line()).orElseThrow().timeS())
                .isEqualTo(1_700_000_000);
        assertThat(cosignature.verify(key, CHECKPOINT.text())).isTrue();
        assertThat(key.verify(CHECKPOINT.text(), cosignature.line())).isTrue();
        assertThat(cosignature.verify(key, "other\n")).isFalse();
        var other = SeedSigner.witness("witness.example/w2", 2).verifierKey();
        assertThat(cosignature.verify(other, CHECKPOINT.text())).isFalse();
        var asLog = SeedSigner.log("witness.example/w1", 2).verifierKey();
        assertThat(cosignature.verify(asLog, CHECKPOINT.text())).isFalse();
    }

    @Test
    void refusesTheSameSignatureAtAnotherTime() {
        byte[] payload = Cosignature.sign(CHECKPOINT, 1_700_000_000, WITNESS).line().payload();
        var later = ByteBuffer.wrap(payload).putLong(0, 1_700_000_001).array();
        var line = new NoteSignature(WITNESS.name(), WITNESS.keyId(), later);
        assertThat(WITNESS.verifierKey().verify(CHECKPOINT.text(), line)).isFalse();
    }

    @Test
    void takesTimesFromSecond1ToTheLargestLong() {
        for (long timeS : List.of(1L, Long.MAX_VALUE)) {
            var cosignature = Cosignature.sign(CHECKPOINT, timeS, WITNESS);
            assertThat(Cosignature.parse(cosignature.line())).isPresent();
            assertThat(cosignature.verify(WITNESS.verifierKey(), CHECKPOINT.text())).isTrue();
        }
        assertThatThrownBy(() -> Cosignature.message(0, "")).hasMessageContaining("second 0");
        for (long timeS : List.of(0L, -1L, Long.MIN_VALUE)) {
            var payload = ByteBuffer.allocate(72).putLong(timeS).array();
            assertThat(Cosignature.parse(new NoteSignature("w", new KeyId(1), payload))).isEmpty();
        }
    }

    @Test
    void refusesOtherLengthsThan72Bytes() {
        for (int bytes : List.of(64, 71, 73)) {
            var payload = new byte[bytes];
            payload[7] = 1;
            assertThat(Cosignature.parse(new NoteSignature("w", new KeyId(1), payload))).isEmpty();
        }
    }

    @Test
    void isNotSignedByTheKeyOfALog() {
        assertThatThrownBy(() -> Cosignature.sign(CHECKPOINT, 1, SeedSigner.log("a", 1)))
                .hasMessageContaining("not a cosigner");
    }
}
