package kz.adalkezek.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// A text and the lines of those who signed it (C2SP signed-note). The text means nothing before
/// [#open] says who vouches for it.
///
/// @param text one or more lines, each with its newline
/// @param signatures 1 to 100 lines
public record SignedNote(String text, List<NoteSignature> signatures) {

    public static final int MAX_BYTES = 1_000_000;
    public static final int MAX_SIGNATURES = 100;

    private static final String EMPTY_LINE = "\n\n";

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || !StrictText.isNoteText(text)) {
            throw new IllegalArgumentException(
                    "a note's text is whole lines without control characters");
        }
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new IllegalArgumentException(
                    "a note has 1 to 100 signatures but was " + signatures.size());
        }
    }

    /// What became of a note before a set of known keys.
    public sealed interface Opened {

        /// Every known key that signed, each once, in the order of the lines.
        record Verified(List<VerifierKey> by) implements Opened {
            public Verified {
                by = List.copyOf(by);
            }
        }

        record Refused(NoteRefusal why) implements Opened {}
    }

    /// Signs a text with each of the keys, which are keys of notes, not of cosignatures.
    public static SignedNote sign(String text, NoteSigner... signers) {
        return new SignedNote(
                text, Arrays.stream(signers).map(signer -> signature(text, signer)).toList());
    }

    private static NoteSignature signature(String text, NoteSigner signer) {
        if (signer.type() != KeyType.NOTE) {
            throw new IllegalArgumentException(signer.name() + " is not a key for notes");
        }
        return new NoteSignature(signer.name(), signer.keyId(), signer.sign(text.getBytes(UTF_8)));
    }

    /// The same note with one more line, such as a witness's.
    public SignedNote plus(NoteSignature signature) {
        var more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /// The note as it is stored and sent, in UTF-8.
    public byte[] format() {
        var note = new StringBuilder(text).append('\n');
        for (var signature : signatures) {
            note.append(signature.line()).append('\n');
        }
        return note.toString().getBytes(UTF_8);
    }

    /// Takes exactly the bytes that [#format] writes, up to 1,000,000 of them.
    public static Optional<SignedNote> parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return Optional.empty();
        }
        return StrictText.utf8(bytes).filter(StrictText::isNoteText).flatMap(SignedNote::parse);
    }

    private static Optional<SignedNote> parse(String note) {
        // The text may hold empty lines of its own; no signature line is empty.
        int split = note.lastIndexOf(EMPTY_LINE);
        if (split < 0 || !note.endsWith("\n")) {
            return Optional.empty();
        }
        var signatures = new ArrayList<NoteSignature>();
        for (int start = split + 2; start < note.length(); ) {
            int end = note.indexOf('\n', start);
            var signature = NoteSignature.parse(note.substring(start, end));
            if (signature.isEmpty() || signatures.size() == MAX_SIGNATURES) {
                return Optional.empty();
            }
            signatures.add(signature.get());
            start = end + 1;
        }
        return signatures.isEmpty()
                ? Optional.empty()
                : Optional.of(new SignedNote(note.substring(0, split + 1), signatures));
    }

    /// Judges the lines by the known keys: a line with the name and the id of a known key must
    /// verify, other lines are left alone, and one at least must have verified.
    ///
    /// @throws IllegalArgumentException if two different known keys share name and id
    public Opened open(Collection<VerifierKey> known) {
        var verified = new LinkedHashSet<VerifierKey>();
        for (var signature : signatures) {
            var claimed = claimed(signature, known);
            if (claimed.isEmpty()) {
                continue;
            }
            if (!claimed.get().verify(text, signature)) {
                return new Opened.Refused(NoteRefusal.BAD_SIGNATURE);
            }
            verified.add(claimed.get());
        }
        return verified.isEmpty()
                ? new Opened.Refused(NoteRefusal.NO_KNOWN_SIGNATURE)
                : new Opened.Verified(List.copyOf(verified));
    }

    private static Optional<VerifierKey> claimed(
            NoteSignature signature, Collection<VerifierKey> known) {
        var keys = known.stream().filter(key -> key.claims(signature)).distinct().toList();
        if (keys.size() > 1) {
            throw new IllegalArgumentException(
                    "two known keys are called " + signature.name() + " " + signature.keyId());
        }
        return keys.stream().findFirst();
    }
}
