package kz.adalkezek.log;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignedNoteTest {

    private static final VerifierKey SPECIFICATION_KEY =
            VerifierKey.parse(
                            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
                    .orElseThrow();
    private static final String TEXT = "This is an example message.\n";
    private static final String PAYLOAD =
            "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=";
    private static final String LINE = "— example.com/foo " + PAYLOAD + "\n";
    private static final String NOTE = TEXT + "\n" + LINE;

    private static final SeedSigner LOG = SeedSigner.log("queue.example.gov/log1", 1);
    private static final SeedSigner STRANGER = SeedSigner.log("stranger.example", 2);
    private static final SeedSigner NAMESAKE = SeedSigner.log("queue.example.gov/log1", 3);

    @Test
    void opensTheNoteOfTheSpecification() {
        var note = SignedNote.parse(NOTE.getBytes(UTF_8)).orElseThrow();
        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.open(List.of(SPECIFICATION_KEY)))
                .isEqualTo(new SignedNote.Opened.Verified(List.of(SPECIFICATION_KEY)));
        assertThat(note.format()).isEqualTo(NOTE.getBytes(UTF_8));
    }

    @Test
    void splitsAtTheLastEmptyLine() {
        var text = "first\n\n— looks like a line\n\nlast\n\n";
        var signed = SignedNote.sign(text, LOG);
        var parsed = SignedNote.parse(signed.format()).orElseThrow();
        assertThat(parsed).isEqualTo(signed);
        assertThat(parsed.text()).isEqualTo(text);
        assertThat(parsed.open(List.of(LOG.verifierKey())))
                .isInstanceOf(SignedNote.Opened.Verified.class);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesEveryOtherForm(String why, byte[] note) {
        assertThat(SignedNote.parse(note)).as(why).isEmpty();
    }

    static Stream<Object[]> malformed() {
        return Stream.of(
                malformed("nothing", ""),
                malformed("only newlines", "\n\n"),
                malformed("no signature", TEXT + "\n"),
                malformed("no signature and no empty line", TEXT),
                malformed("no empty line", TEXT + LINE),
                malformed("no last newline", NOTE.stripTrailing()),
                malformed("two last newlines", NOTE + "\n"),
                malformed("an empty line between signatures", NOTE + "\n\n" + LINE + "\n"),
                malformed("text behind the signatures", NOTE + "text\n"),
                malformed("carriage returns", NOTE.replace("\n", "\r\n")),
                malformed("a tab in the text", "a\tb\n\n" + LINE),
                malformed("a zero byte", "a\0b\n\n" + LINE),
                malformed("a hyphen for the dash", NOTE.replace('—', '-')),
                malformed("an en dash for the dash", NOTE.replace('—', '–')),
                malformed("no space behind the dash", NOTE.replace("— ", "—")),
                malformed("two spaces behind the dash", NOTE.replace("— ", "—  ")),
                malformed("no name", NOTE.replace("example.com/foo ", "")),
                malformed("an empty name", NOTE.replace("example.com/foo", "")),
                malformed("two spaces behind the name", NOTE.replace("foo ", "foo  ")),
                malformed("a plus in the name", NOTE.replace("com/foo", "com+foo")),
                malformed("a no-break space in the name", NOTE.replace("/foo", "\u00a0foo")),
                malformed("a name of 256 bytes", NOTE.replace("example.com/foo", "a".repeat(256))),
                malformed("no base64", NOTE.replace(" " + PAYLOAD, "")),
                malformed("empty base64", NOTE.replace(PAYLOAD, "")),
                malformed("only a key id", NOTE.replace(PAYLOAD, "Uw2QOg==")),
                malformed("less than a key id", NOTE.replace(PAYLOAD, "Uw2Q")),
                malformed("base64 without padding", NOTE.replace("aQM=", "aQM")),
                malformed("base64 with stray last bits", NOTE.replace("aQM=", "aQN=")),
                malformed("base64 with a space behind", NOTE.replace("aQM=", "aQM= ")),
                malformed("base64url", NOTE.replace(PAYLOAD, "_-__________")),
                new Object[] {"half of a character", cutCharacter()},
                new Object[] {"an overlong character", overlong()},
                new Object[] {"a byte order of another encoding", NOTE.getBytes(UTF_16)});
    }

    @Test
    void takesUpTo100SignaturesAndUpTo1MillionBytes() {
        assertThat(SignedNote.parse((TEXT + "\n" + LINE.repeat(100)).getBytes(UTF_8))).isPresent();
        assertThat(SignedNote.parse((TEXT + "\n" + LINE.repeat(101)).getBytes(UTF_8))).isEmpty();
        int rest = 1_000_000 - (TEXT + "\n" + LINE).getBytes(UTF_8).length;
        assertThat(SignedNote.parse(("a".repeat(rest) + NOTE).getBytes(UTF_8))).isPresent();
        assertThat(SignedNote.parse(("a".repeat(rest + 1) + NOTE).getBytes(UTF_8))).isEmpty();
    }

    @Test
    void ignoresUnknownKeysAndCountsAKnownOneOnce() {
        var note = SignedNote.sign(TEXT, STRANGER, LOG, NAMESAKE, LOG);
        assertThat(note.open(List.of(LOG.verifierKey())))
                .isEqualTo(new SignedNote.Opened.Verified(List.of(LOG.verifierKey())));
        assertThat(note.open(List.of(LOG.verifierKey(), STRANGER.verifierKey())))
                .isEqualTo(
                        new SignedNote.Opened.Verified(
                                List.of(STRANGER.verifierKey(), LOG.verifierKey())));
    }

    @Test
    void ignoresALineThatSharesOnlyTheIdOrOnlyTheNameWithAKnownKey() {
        var sameId = new NoteSignature("stranger.example", LOG.keyId(), new byte[64]);
        var sameName = new NoteSignature(LOG.name(), STRANGER.keyId(), new byte[64]);
        var note = SignedNote.sign(TEXT, LOG).plus(sameId).plus(sameName);
        assertThat(note.open(List.of(LOG.verifierKey())))
                .isEqualTo(new SignedNote.Opened.Verified(List.of(LOG.verifierKey())));
    }

    @Test
    void refusesANoteThatNoKnownKeySigned() {
        var note = SignedNote.sign(TEXT, STRANGER, NAMESAKE);
        var refused = new SignedNote.Opened.Refused(NoteRefusal.NO_KNOWN_SIGNATURE);
        assertThat(note.open(List.of(LOG.verifierKey()))).isEqualTo(refused);
        assertThat(note.open(List.of())).isEqualTo(refused);
    }

    @Test
    void refusesANoteWhereAKnownKeysLineIsFalseEvenBesideTrueOnes() {
        var refused = new SignedNote.Opened.Refused(NoteRefusal.BAD_SIGNATURE);
        var forged = new NoteSignature(LOG.name(), LOG.keyId(), new byte[64]);
        var known = List.of(LOG.verifierKey(), STRANGER.verifierKey());
        assertThat(SignedNote.sign(TEXT, STRANGER).plus(forged).open(known)).isEqualTo(refused);
        assertThat(SignedNote.sign(TEXT, LOG).plus(forged).open(known)).isEqualTo(refused);
        var tooShort = new NoteSignature(LOG.name(), LOG.keyId(), new byte[63]);
        assertThat(SignedNote.sign(TEXT, LOG).plus(tooShort).open(known)).isEqualTo(refused);
    }

    @Test
    void refusesAChangedText() {
        var changed = new SignedNote("Another.\n", SignedNote.sign(TEXT, LOG).signatures());
        assertThat(changed.open(List.of(LOG.verifierKey())))
                .isEqualTo(new SignedNote.Opened.Refused(NoteRefusal.BAD_SIGNATURE));
    }

    @Test
    void makesNoNoteThatCouldNotBeReadBack() {
        assertThatThrownBy(() -> SignedNote.sign("no newline", LOG)).hasMessageContaining("lines");
        assertThatThrownBy(() -> SignedNote.sign("a\rb\n", LOG)).hasMessageContaining("lines");
        assertThatThrownBy(() -> SignedNote.sign("\ud83d\n", LOG)).hasMessageContaining("lines");
        assertThatThrownBy(() -> SignedNote.sign(TEXT)).hasMessageContaining("1 to 100");
        assertThatThrownBy(() -> SignedNote.sign(TEXT, SeedSigner.witness("w", 1)))
                .hasMessageContaining("not a key for notes");
    }

    private static Object[] malformed(String why, String note) {
        assertThat(note).as(why).isNotEqualTo(NOTE);
        return new Object[] {why, note.getBytes(UTF_8)};
    }

    private static byte[] cutCharacter() {
        byte[] note = ("ә" + NOTE).getBytes(UTF_8);
        return Arrays.copyOfRange(note, 1, note.length);
    }

    private static byte[] overlong() {
        byte[] note = ("ab" + NOTE).getBytes(UTF_8);
        note[0] = (byte) 0xC1;
        note[1] = (byte) 0xA1;
        return note;
    }
}
