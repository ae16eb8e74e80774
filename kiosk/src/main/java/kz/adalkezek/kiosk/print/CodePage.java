package kz.adalkezek.kiosk.print;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/// A set of 256 signs that printers know, by the name that it has in the file of profiles. Under
/// which number a printer selects it differs between makers.
public enum CodePage {
    KZ_1048("KZ-1048"),
    WINDOWS_1251("windows-1251"),
    CP866("CP866"),
    CP855("CP855");

    private final String tag;

    CodePage(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }

    /// The bytes of these words. A space that never breaks is an ordinary one by now, since lines
    /// are broken already.
    ///
    /// @return nothing if one character has no byte: none is ever replaced
    Optional<byte[]> encode(String words) {
        var plain = words.replace('\u00A0', ' ');
        if (plain.chars().anyMatch(letter -> letter < ' ' || letter == '\u007F')
                || plain.indexOf('\u00AD') >= 0) {
            return Optional.empty();
        }
        return this == KZ_1048 ? Kz1048.encode(plain) : encodeByJava(plain);
    }

    private Optional<byte[]> encodeByJava(String words) {
        try {
            var encoded =
                    Charset.forName(tag)
                            .newEncoder()
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .encode(CharBuffer.wrap(words));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return Optional.of(bytes);
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
