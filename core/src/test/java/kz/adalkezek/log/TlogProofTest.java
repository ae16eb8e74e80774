package kz.adalkezek.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TlogProofTest {

    private static final String ORIGIN = "queue.example.gov/branch/0042/log1";
    private static final SeedSigner LOG = SeedSigner.log(ORIGIN, 1);
    private static final SeedSigner WITNESS = SeedSigner.witness("witness.example/w1", 2);
    private static final List<VerifierKey> KNOWN =
            List.of(LOG.verifierKey(), WITNESS.verifierKey());
    private static final NaiveTree TREE = NaiveTree.ofSize(7);
    private static final Checkpoint CHECKPOINT = new Checkpoint(ORIGIN, 7, TREE.root());
    private static final SignedNote NOTE =
            SignedNote.sign(CHECKPOINT.text(), LOG)
                    .plus(Cosignature.sign(CHECKPOINT, 1_763_800_000, WITNESS).line());
    private static final byte[] ENTRY = "event 4".getBytes(UTF_8);
    private static final TlogProof PROOF = TlogProof.of(4, TREE.path(4, 7), NOTE);

    @Test
    void hasTheLinesOfTheSpecification() {
        var path = TREE.path(4, 7);
        var expected =
                "c2sp.org/tlog-proof@v1\n"
                        + "index 4\n"
                        + path.get(0).base64()
                        + "\n"
                        + path.get(1).base64()
                        + "\n"
                        + path.get(2).base64()
                        + "\n\n"
                        + new String(NOTE.format(), UTF_8);
        assertThat(new String(PROOF.format(), UTF_8)).isEqualTo(expected);
        assertThat(new String(PROOF.withExtra(new byte[] {1, 2}).format(), UTF_8))
                .isEqualTo(expected.replace("v1\nindex", "v1\nextra AQI=\nindex"));
    }

    @Test
    void readsBackWhatItWrites() {
        var read = TlogProof.parse(PROOF.format()).orElseThrow();
        assertThat(read.index()).isEqualTo(4);
        assertThat(read.hashes()).isEqualTo(TREE.path(4, 7));
        assertThat(read.checkpoint()).isEqualTo(NOTE);
        assertThat(read.extra()).isEmpty();
        assertThat(read.format()).isEqualTo(PROOF.format());
        var extra = TlogProof.parse(PROOF.withExtra(new byte[] {9}).format()).orElseThrow();
        assertThat(extra.extra().map(bytes -> bytes[0])).isEqualTo(Optional.of((byte) 9));
        assertThat(extra.format()).isEqualTo(PROOF.withExtra(new byte[] {9}).format());
    }

    @Test
    void showsTheEntryWithLogAndWitness() {
        var believed = new SignedCheckpoint(CHECKPOINT, NOTE, KNOWN);
        assertThat(PROOF.check(ENTRY, ORIGIN, KNOWN))
                .isEqualTo(new TlogProof.Checked.Included(believed));
        assertThat(PROOF.check("event 5".getBytes(UTF_8), ORIGIN, KNOWN))
                .isEqualTo(new TlogProof.Checked.NotIncluded(believed));
        assertThat(TlogProof.of(5, TREE.path(4, 7), NOTE).check(ENTRY, ORIGIN, KNOWN))
                .isEqualTo(new TlogProof.Checked.NotIncluded(believed));
        assertThat(TlogProof.of(7, TREE.path(4, 7), NOTE).check(ENTRY, ORIGIN, KNOWN))
                .isEqualTo(new TlogProof.Checked.NotIncluded(believed));
        assertThat(PROOF.check(ENTRY, "other.example", KNOWN))
                .isEqualTo(new TlogProof.Checked.Refused(NoteRefusal.OTHER_ORIGIN));
        assertThat(PROOF.check(ENTRY, ORIGIN, List.of(WITNESS.verifierKey())))
                .isEqualTo(new TlogProof.Checked.Refused(NoteRefusal.NO_LOG_SIGNATURE));
    }

    @Test
    void provesTheOnlyEntryOfALogWithoutHashes() {
        var one = NaiveTree.ofSize(1);
        var note = SignedNote.sign(new Checkpoint(ORIGIN, 1, one.root()).text(), LOG);
        var proof = TlogProof.parse(TlogProof.of(0, List.of(), note).format()).orElseThrow();
        assertThat(proof.check("event 0".getBytes(UTF_8), ORIGIN, KNOWN))
                .isInstanceOf(TlogProof.Checked.Included.class);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesEveryOtherForm(String why, String proof) {
        assertThat(TlogProof.parse(proof.getBytes(UTF_8))).as(why).isEmpty();
    }

    static Stream<Object[]> malformed() {
        var proof = new String(PROOF.withExtra(new byte[] {1, 2}).format(), UTF_8);
        var hash = TREE.path(4, 7).getFirst().base64();
        return Stream.of(
                new Object[] {"nothing", ""},
                changed("another version", proof, "@v1", "@v2"),
                changed("no header", proof, "c2sp.org/tlog-proof@v1\n", ""),
                changed("a space behind the header", proof, "@v1\n", "@v1 \n"),
                changed("an empty extra line", proof, "extra AQI=", "extra "),
                changed("an extra line without a space", proof, "extra AQI=", "extra"),
                changed("two extra lines", proof, "extra AQI=", "extra AQI=\nextra AQI="),
                changed("extra without padding", proof, "AQI=", "AQI"),
                changed("extra with stray last bits", proof, "AQI=", "AQJ="),
                changed(
                        "extra behind the index",
                        proof,
                        "extra AQI=\nindex 4",
                        "index 4\nextra AQI="),
                changed("no index", proof, "index 4\n", ""),
                changed("an empty index", proof, "index 4", "index "),
                changed("a negative index", proof, "index 4", "index -1"),
                changed("an index with a leading zero", proof, "index 4", "index 04"),
                changed("an index with a plus", proof, "index 4", "index +4"),
                changed("an index past a long", proof, "index 4", "index 9223372036854775808"),
                changed("a short hash", proof, hash, "AQI="),
                changed("a hash without padding", proof, hash, hash.replace("=", "")),
                changed("a hash with a space", proof, hash, hash + " "),
                changed("an empty line between hashes", proof, hash + "\n", hash + "\n\n"),
                changed("64 hashes", proof, hash + "\n", (hash + "\n").repeat(62)),
                changed("no empty line", proof, "\n\n" + ORIGIN, "\n" + ORIGIN),
                changed("two empty lines", proof, "\n\n" + ORIGIN, "\n\n\n\n\n\n" + "\r" + ORIGIN),
                changed("a spoilt note", proof, "\n— ", "\n- "),
                changed("carriage returns", proof, "\n", "\r\n"),
                new Object[] {"no note", proof.substring(0, proof.indexOf(ORIGIN))},
                new Object[] {"no last newline", proof.stripTrailing()},
                new Object[] {"one newline more", proof + "\n"});
    }

    @Test
    void holdsUpTo63Hashes() {
        var hashes = Stream.generate(() -> Hash.EMPTY_TREE).limit(63).toList();
        assertThat(TlogProof.parse(TlogProof.of(0, hashes, NOTE).format())).isPresent();
        var tooMany = Stream.generate(() -> Hash.EMPTY_TREE).limit(64).toList();
        assertThatThrownBy(() -> TlogProof.of(0, tooMany, NOTE)).hasMessageContaining("64");
        assertThatThrownBy(() -> TlogProof.of(-1, hashes, NOTE)).hasMessageContaining("-1");
        assertThatThrownBy(() -> TlogProof.of(0, hashes, SignedNote.sign("text\n", LOG)))
                .hasMessageContaining("not a checkpoint");
        assertThatThrownBy(() -> PROOF.withExtra(new byte[0])).hasMessageContaining("left out");
    }

    private static Object[] changed(String why, String proof, String from, String to) {
        assertThat(proof).as(why).contains(from);
        return new Object[] {why, proof.replace(from, to)};
    }
}
