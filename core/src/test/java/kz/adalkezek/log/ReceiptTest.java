package kz.adalkezek.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {

    private static final String ORIGIN = "queue.example.gov/branch/0042/log1";
    private static final SeedSigner LOG = SeedSigner.log(ORIGIN, 1);
    private static final List<VerifierKey> KNOWN = List.of(LOG.verifierKey());
    private static final NaiveTree TREE = NaiveTree.ofSize(7);
    private static final Checkpoint CHECKPOINT = new Checkpoint(ORIGIN, 7, TREE.root());
    private static final NoteSignature LINE =
            SignedNote.sign(CHECKPOINT.text(), LOG).signatures().getFirst();
    private static final byte[] NONCE = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    private static final byte[] ENTRY = "event 4".getBytes(UTF_8);

    private static final Receipt SHORT = Receipt.of(CHECKPOINT, LINE, 4, NONCE);
    private static final Receipt FULL = SHORT.withEntry(ENTRY, TREE.path(4, 7));

    private static final String GOLDEN_SHORT =
            "4118648127766593563382130680893818131847712181101269688524167254746905314088"
                    + "3279142315147528419188853752945815805626255073783464083353603253148041699033"
                    + "8091373560111887185560312217772011319614913151502584417558668092261352061998"
                    + "2751796990495209434697160637049716291433775898375278666703365036524195396869";
    private static final String GOLDEN_FULL =
            "5030703566095921748406711967341312724526505988128525636934999561912402407858"
                    + "5997510057213913053912841130767860402419341187855370333253180361448801919385"
                    + "4844134948176392233870835284502017390409708935939048501820929029698898564146"
                    + "4340586123590799027020755985768246825245817041511557885258540465699002561265"
                    + "9936764134673782400419027743873372409098008860894527222869078059035129801412"
                    + "3733529557684746924292351546097337543654705612474399469512748274873652351942"
                    + "4715749186555843178174948090760107207635763924887557379010358987219940771775"
                    + "9583897888462024282757094";

    /// Checked once outside: the fields taken apart by hand, the signature by OpenSSL.
    @Test
    void hasItsExactDigits() {
        assertThat(SHORT.digits()).hasSize(304).isEqualTo(GOLDEN_SHORT);
        assertThat(FULL.digits()).isEqualTo(GOLDEN_FULL);
        assertThat(SHORT.encode()).hasSize(127).startsWith(1);
        assertThat(FULL.encode()).hasSize(127 + 2 + 7 + 3 * 32).startsWith(2);
    }

    @Test
    void readsBackWhatItWrites() {
        for (var receipt : List.of(SHORT, FULL)) {
            var read = read(Receipt.fromDigits(receipt.digits()));
            assertThat(read.encode()).isEqualTo(receipt.encode());
            assertThat(read.keyId()).isEqualTo(LOG.keyId());
            assertThat(read.index()).isEqualTo(4);
            assertThat(read.size()).isEqualTo(7);
            assertThat(read.nonce()).isEqualTo(NONCE);
            assertThat(read.checkpoint(ORIGIN)).isEqualTo(CHECKPOINT);
            assertThat(read.signature()).isEqualTo(LINE.payload());
            assertThat(read.verify(KNOWN)).isEqualTo(ReceiptVerdict.SOUND);
        }
        assertThat(SHORT.isFull()).isFalse();
        assertThat(SHORT.entry()).isEmpty();
        assertThat(SHORT.path()).isEmpty();
        assertThat(FULL.isFull()).isTrue();
        assertThat(FULL.entry().orElseThrow()).isEqualTo(ENTRY);
        assertThat(FULL.path()).isEqualTo(TREE.path(4, 7));
    }

    @Test
    void isShortInItsFirst127Bytes() {
        assertThat(FULL.shortened().encode()).isEqualTo(SHORT.encode());
        assertThat(SHORT.shortened().encode()).isEqualTo(SHORT.encode());
    }

    @Test
    void provesTheOnlyEntryOfALogWithAnEmptyPath() {
        var tree = NaiveTree.ofSize(1);
        var checkpoint = new Checkpoint(ORIGIN, 1, tree.root());
        var line = SignedNote.sign(checkpoint.text(), LOG).signatures().getFirst();
        var receipt =
                Receipt.of(checkpoint, line, 0, NONCE)
                        .withEntry("event 0".getBytes(UTF_8), List.of());
        assertThat(read(Receipt.decode(receipt.encode())).verify(KNOWN))
                .isEqualTo(ReceiptVerdict.SOUND);
    }

    @Test
    void isNeverSoundWithAnyByteOfTheSignedPartSpoiled() {
        byte[] full = FULL.encode();
        for (int i = 1; i < full.length; i++) {
            boolean ofNonce = i >= 15 && i < 31;
            byte[] spoiled = full.clone();
            spoiled[i] ^= 1;
            if (Receipt.decode(spoiled) instanceof Receipt.Decoded.Read(var receipt)) {
                assertThat(receipt.verify(KNOWN) == ReceiptVerdict.SOUND)
                        .as("byte %d spoiled", i)
                        // The nonce is checked against the entry's commitment, not here.
                        .isEqualTo(ofNonce);
            }
        }
    }

    @Test
    void saysWhatIsWrong() {
        var stranger = List.of(SeedSigner.log("stranger", 2).verifierKey());
        assertThat(FULL.verify(List.of())).isEqualTo(ReceiptVerdict.UNKNOWN_KEY);
        assertThat(FULL.verify(stranger)).isEqualTo(ReceiptVerdict.UNKNOWN_KEY);
        assertThat(spoiled(9, 7).verify(KNOWN)).isEqualTo(ReceiptVerdict.INDEX_PAST_TREE);
        assertThat(spoiled(9, 6).verify(KNOWN)).isEqualTo(ReceiptVerdict.NOT_INCLUDED);
        assertThat(spoiled(70, 0).verify(KNOWN)).isEqualTo(ReceiptVerdict.BAD_SIGNATURE);
        assertThat(spoiled(40, 0).verify(KNOWN)).isEqualTo(ReceiptVerdict.BAD_SIGNATURE);
        assertThat(SHORT.withEntry("event 5".getBytes(UTF_8), TREE.path(4, 7)).verify(KNOWN))
                .isEqualTo(ReceiptVerdict.NOT_INCLUDED);
        assertThat(SHORT.withEntry(ENTRY, TREE.path(4, 7).subList(0, 2)).verify(KNOWN))
                .isEqualTo(ReceiptVerdict.NOT_INCLUDED);
    }

    @Test
    void isNotVerifiedWithACosignersKey() {
        var cosigner = new SeedSigner(ORIGIN, KeyType.COSIGNATURE, new byte[32]);
        var line = new NoteSignature(ORIGIN, cosigner.keyId(), LINE.payload());
        var receipt = Receipt.of(CHECKPOINT, line, 4, NONCE);
        assertThat(receipt.verify(List.of(cosigner.verifierKey())))
                .isEqualTo(ReceiptVerdict.UNKNOWN_KEY);
    }

    @Test
    void takesTheExactLengthsOnly() {
        byte[] brief = SHORT.encode();
        byte[] full = FULL.encode();
        var malformed = new Receipt.Decoded.Malformed();
        assertThat(Receipt.decode(new byte[0])).isEqualTo(malformed);
        assertThat(Receipt.decode(Arrays.copyOf(brief, 126))).isEqualTo(malformed);
        assertThat(Receipt.decode(Arrays.copyOf(brief, 128))).isEqualTo(malformed);
        for (int length = 1; length < full.length + 64; length++) {
            boolean whole = length >= 127 + 2 + 7 && (length - 127 - 2 - 7) % 32 == 0;
            assertThat(Receipt.decode(Arrays.copyOf(full, length)) instanceof Receipt.Decoded.Read)
                    .as("%d bytes", length)
                    .isEqualTo(whole);
        }
        byte[] withoutEntry = Arrays.copyOf(full, 127 + 2 + 32);
        withoutEntry[128] = 0;
        assertThat(Receipt.decode(withoutEntry)).isEqualTo(malformed);
        assertThat(Receipt.decode(Arrays.copyOf(full, 127 + 2 + 7 + 40 * 32)))
                .isInstanceOf(Receipt.Decoded.Read.class);
        assertThat(Receipt.decode(Arrays.copyOf(full, 127 + 2 + 7 + 41 * 32))).isEqualTo(malformed);
    }

    @Test
    void namesAVersionItDoesNotKnow() {
        byte[] later = FULL.encode();
        later[0] = 3;
        assertThat(Receipt.decode(later)).isEqualTo(new Receipt.Decoded.UnknownVersion(3));
        later[0] = (byte) 0xFF;
        assertThat(Receipt.fromDigits(new BigInteger(1, later).toString()))
                .isEqualTo(new Receipt.Decoded.UnknownVersion(255));
        assertThat(Receipt.fromDigits("0")).isEqualTo(new Receipt.Decoded.Malformed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "+1", "1e5", " 1", "1 ", "01", "0x1", "\u0661", "1\n"})
    void takesDigitsOnly(String digits) {
        assertThat(Receipt.fromDigits(digits)).isEqualTo(new Receipt.Decoded.Malformed());
        assertThat(Receipt.fromDigits("0" + SHORT.digits()))
                .isEqualTo(new Receipt.Decoded.Malformed());
    }

    @Test
    void takesTheDigitsOfTheLargestFullFormAndNotOneMore() {
        var path = Stream.generate(() -> Hash.EMPTY_TREE).limit(40).toList();
        var largest = SHORT.withEntry(new byte[65_535], path);
        assertThat(largest.digits().length()).isEqualTo(Receipt.MAX_DIGITS);
        assertThat(Receipt.fromDigits(largest.digits())).isInstanceOf(Receipt.Decoded.Read.class);
        assertThat(Receipt.fromDigits("1".repeat(Receipt.MAX_DIGITS + 1)))
                .isEqualTo(new Receipt.Decoded.Malformed());
        assertThat(Receipt.fromDigits("9".repeat(Receipt.MAX_DIGITS)))
                .isNotInstanceOf(Receipt.Decoded.Read.class);
    }

    @Test
    void holdsSizesUpToFiveBytes() {
        long max = (1L << 40) - 1;
        var receipt = Receipt.of(new Checkpoint(ORIGIN, max, TREE.root()), LINE, max - 1, NONCE);
        assertThat(receipt.size()).isEqualTo(max);
        assertThat(receipt.index()).isEqualTo(max - 1);
        assertThatThrownBy(() ->
                        Receipt.of(new Checkpoint(ORIGIN, max + 1, TREE.root()), LINE, 0, NONCE))
                .hasMessageContaining("no receipt");
    }

    @Test
    void cannotBeMadeFromPartsThatDoNotFit() {
        assertThatThrownBy(() -> Receipt.of(CHECKPOINT, LINE, 7, NONCE))
                .hasMessageContaining("index 7 of 7");
        assertThatThrownBy(() -> Receipt.of(CHECKPOINT, LINE, -1, NONCE))
                .hasMessageContaining("index -1");
        assertThatThrownBy(() -> Receipt.of(CHECKPOINT, LINE, 4, new byte[15]))
                .hasMessageContaining("length");
        var cosignature = new NoteSignature(ORIGIN, LOG.keyId(), new byte[72]);
        assertThatThrownBy(() -> Receipt.of(CHECKPOINT, cosignature, 4, NONCE))
                .hasMessageContaining("length");
        assertThatThrownBy(() -> SHORT.withEntry(new byte[0], List.of()))
                .hasMessageContaining("was 0");
        var long41 = Stream.generate(() -> Hash.EMPTY_TREE).limit(41).toList();
        assertThatThrownBy(() -> SHORT.withEntry(ENTRY, long41)).hasMessageContaining("41");
    }

    private static Receipt spoiled(int at, int value) {
        byte[] payload = FULL.encode();
        payload[at] = (byte) value;
        return read(Receipt.decode(payload));
    }

    private static Receipt read(Receipt.Decoded decoded) {
        return switch (decoded) {
            case Receipt.Decoded.Read(var receipt) -> receipt;
            case Receipt.Decoded.UnknownVersion other -> throw new AssertionError(other);
            case Receipt.Decoded.Malformed malformed -> throw new AssertionError(malformed);
        };
    }
}
