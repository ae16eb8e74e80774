package kz.adalkezek.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.OptionalLong;

/// The small forms that notes, checkpoints and proofs share, each with one spelling only.
final class StrictText {

    /// A cosigned message of ML-DSA-44 holds names behind one length byte, so no name is longer.
    static final int KEY_NAME_MAX_BYTES = 255;

    private static final int LONG_MAX_DIGITS = 19;
    private static final int NEXT_LINE = 0x85;

    private StrictText() {}

    static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /// 0 to 2^63 - 1 in ASCII digits without a sign or a leading zero.
    static OptionalLong decimal(String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || text.length() > LONG_MAX_DIGITS) {
            return OptionalLong.empty();
        }
        if (text.length() > 1 && text.startsWith("0")) {
            return OptionalLong.empty();
        }
        if (text.length() == LONG_MAX_DIGITS && text.compareTo(Long.toString(Long.MAX_VALUE)) > 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    /// Key names and origins (C2SP signed-note): 1 to 255 bytes, no space of Unicode, no `+`, no
    /// control character.
    static boolean isKeyName(String name) {
        return !name.isEmpty()
                && name.codePoints().allMatch(StrictText::isNameCharacter)
                && name.getBytes(UTF_8).length <= KEY_NAME_MAX_BYTES;
    }

    static String requireKeyName(String name) {
        if (!isKeyName(name)) {
            throw new IllegalArgumentException(
                    "a key name has 1 to 255 bytes, no space and no plus, but was '" + name + "'");
        }
        return name;
    }

    /// No control character below 0x20 but the newline, and no half of a surrogate pair.
    static boolean isNoteText(String text) {
        return text.codePoints().allMatch(c -> (c >= 0x20 || c == '\n') && !isLoneSurrogate(c));
    }

    private static boolean isNameCharacter(int c) {
        return c > 0x20
                && c != '+'
                && c != NEXT_LINE
                && !Character.isSpaceChar(c)
                && !isLoneSurrogate(c);
    }

    private static boolean isLoneSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
