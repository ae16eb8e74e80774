package kz.adalkezek.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    private static final String ORIGIN = "example.com/behind-the-sofa";
    private static final Checkpoint SPECIFICATION =
            new Checkpoint(ORIGIN, 20852163, Hash.fromBase64(ROOT));

    private static final SeedSigner LOG = SeedSigner.log(ORIGIN, 1);
    private static final SeedSigner WITNESS = SeedSigner.witness("witness.example/w1", 2);
    private static final SeedSigner OTHER_LOG = SeedSigner.log("example.com/other", 3);
    private static final List<VerifierKey> KNOWN =
            List.of(LOG.verifierKey(), WITNESS.verifierKey(), OTHER_LOG.verifierKey());

    @Test
    void readsAndWritesTheTextOfTheSpecification() {
        var text = ORIGIN + "\n20852163\n" + ROOT + "\n";
        assertThat(SPECIFICATION.text()).isEqualTo(text);
        assertThat(Checkpoint.parse(text)).contains(SPECIFICATION);
    }

    @Test
    void takesSizesFrom0ToTheLargestLong() {
        assertThat(Checkpoint.parse("a\n0\n" + ROOT + "\n")).isPresent();
        assertThat(Checkpoint.parse("a\n9223372036854775807\n" + ROOT + "\n")).isPresent();
        assertThat(Checkpoint.parse("a\n9223372036854775808\n" + ROOT + "\n")).isEmpty();
        assertThat(Checkpoint.parse("a\n10000000000000000000\n" + ROOT + "\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\n1\n",
                "a\n1\n" + ROOT,
                "a\n1\n" + ROOT + "\n\n",
                "a\n1\n" + ROOT + "\nextension\n",
                "\n1\n" + ROOT + "\n",
                "a b\n1\n" + ROOT + "\n",
                "a+b\n1\n" + ROOT + "\n",
                "a\n\n" + ROOT + "\n",
                "a\n01\n" + ROOT + "\n",
                "a\n+1\n" + ROOT + "\n",
                "a\n-1\n" + ROOT + "\n",
                "a\n1 \n" + ROOT + "\n",
                "a\n0x1\n" + ROOT + "\n",
                "a\n\u0661\n" + ROOT + "\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2Li\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n",
                "a\n1\n" + ROOT + " \n",
                "a\n1\n\n"
            })
    void refusesEveryOtherText(String text) {
        assertThat(Checkpoint.parse(text)).isEmpty();
    }

    @Test
    void cannotBeMadeWithWhatCouldNotBeRead() {
        assertThatThrownBy(() -> new Checkpoint("a\nb", 1, Hash.EMPTY_TREE))
                .hasMessageContaining("key name");
        assertThatThrownBy(() -> new Checkpoint("a", -1, Hash.EMPTY_TREE))
                .hasMessageContaining("-1");
    }

    @Test
    void isBelievedWhenItsLogSignedWithTheWitnessesThatDidToo() {
        var note =
                SignedNote.sign(SPECIFICATION.text(), LOG)
                        .plus(Cosignature.sign(SPECIFICATION, 1_700_000_000, WITNESS).line());
        assertThat(SignedCheckpoint.open(note.format(), ORIGIN, KNOWN))
                .isEqualTo(
                        new SignedCheckpoint.Opened.Believed(
                                new SignedCheckpoint(
                                        SPECIFICATION,
                                        note,
                                        List.of(LOG.verifierKey(), WITNESS.verifierKey()))));
    }

    @Test
    void isRefusedForItsOwnReasonEach() {
        var text = SPECIFICATION.text();
        assertThat(refusal(new byte[] {'x'})).isEqualTo(NoteRefusal.MALFORMED);
        assertThat(refusal(SignedNote.sign("text\n", LOG).format()))
                .isEqualTo(NoteRefusal.NOT_A_CHECKPOINT);
        var other = new Checkpoint("example.com/other", 1, Hash.EMPTY_TREE);
        assertThat(refusal(SignedNote.sign(other.text(), OTHER_LOG).format()))
                .isEqualTo(NoteRefusal.OTHER_ORIGIN);
        assertThat(refusal(SignedNote.sign(text, OTHER_LOG).format()))
                .isEqualTo(NoteRefusal.NO_LOG_SIGNATURE);
        var byWitness = Cosignature.sign(SPECIFICATION, 1, WITNESS).line();
        assertThat(refusal(new SignedNote(text, List.of(byWitness)).format()))
                .isEqualTo(NoteRefusal.NO_LOG_SIGNATURE);
        var namesake = SeedSigner.witness(ORIGIN, 2);
        var byNamesake = Cosignature.sign(SPECIFICATION, 1, namesake).line();
        assertThat(
                        SignedCheckpoint.open(
                                new SignedNote(text, List.of(byNamesake)),
                                ORIGIN,
                                List.of(namesake.verifierKey())))
                .isEqualTo(new SignedCheckpoint.Opened.Refused(NoteRefusal.NO_LOG_SIGNATURE));
        assertThat(refusal(SignedNote.sign(text, SeedSigner.log(ORIGIN, 9)).format()))
                .isEqualTo(NoteRefusal.NO_KNOWN_SIGNATURE);
        var forged = new NoteSignature(ORIGIN, LOG.keyId(), new byte[64]);
        assertThat(refusal(new SignedNote(text, List.of(forged)).format()))
                .isEqualTo(NoteRefusal.BAD_SIGNATURE);
    }

    private static NoteRefusal refusal(byte[] note) {
        return switch (SignedCheckpoint.open(note, ORIGIN, KNOWN)) {
            case SignedCheckpoint.Opened.Refused(var why) -> why;
            case SignedCheckpoint.Opened.Believed believed -> throw new AssertionError(believed);
        };
    }
}
