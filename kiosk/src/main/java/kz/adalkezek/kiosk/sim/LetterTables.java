package kz.adalkezek.kiosk.sim;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// The signs that a simulated printer has, by the numbers of its code pages.
final class LetterTables {

    /// Those of Epson's printers which Kazakhstan's languages need, with a few for foreign
    /// programs.
    static final Map<Integer, String> EPSON =
            Map.of(
                    0, "IBM437",
                    2, "IBM850",
                    16, "windows-1252",
                    17, "IBM866",
                    18, "IBM852",
                    34, "IBM855",
                    45, "windows-1250",
                    46, "windows-1251",
                    53, LetterTables.KAZAKH);

    /// Not known to Java.
    static final String KAZAKH = "KZ-1048";

    /// Where KZ-1048 differs from windows-1251.
    private static final Map<Integer, Character> KAZAKH_LETTERS =
            Map.ofEntries(
                    Map.entry(0x8D, 'Қ'),
                    Map.entry(0x8E, 'Һ'),
                    Map.entry(0x9D, 'қ'),
                    Map.entry(0x9E, 'һ'),
                    Map.entry(0xA1, 'Ұ'),
                    Map.entry(0xA2, 'ұ'),
                    Map.entry(0xA3, 'Ә'),
                    Map.entry(0xA5, 'Ө'),
                    Map.entry(0xAA, 'Ғ'),
                    Map.entry(0xAF, 'Ү'),
                    Map.entry(0xB4, 'ө'),
                    Map.entry(0xBA, 'ғ'),
                    Map.entry(0xBC, 'ә'),
                    Map.entry(0xBD, 'Ң'),
                    Map.entry(0xBE, 'ң'),
                    Map.entry(0xBF, 'ү'));

    private final Map<Integer, String> pages;
    private final Map<String, CharsetDecoder> decoders = new HashMap<>();

    /// @param pages the names of code pages by their numbers
    /// @throws java.nio.charset.UnsupportedCharsetException if there is no such page
    LetterTables(Map<Integer, String> pages) {
        this.pages = Map.copyOf(pages);
        this.pages.values().forEach(this::decoder);
    }

    Set<Integer> numbers() {
        return pages.keySet();
    }

    /// @param page one of [#numbers]
    /// @return nothing where the page has no sign
    OptionalInt sign(int page, int code) {
        var name = pages.get(page);
        if (name == null) {
            return OptionalInt.empty();
        }
        if (name.equals(KAZAKH) && KAZAKH_LETTERS.containsKey(code)) {
            return OptionalInt.of(KAZAKH_LETTERS.get(code));
        }
        try {
            var sign = decoder(name).decode(ByteBuffer.wrap(new byte[] {(byte) code}));
            return OptionalInt.of(sign.charAt(0));
        } catch (CharacterCodingException _) {
            return OptionalInt.empty();
        }
    }

    private CharsetDecoder decoder(String name) {
        return decoders.computeIfAbsent(
                name,
                it ->
                        Charset.forName(it.equals(KAZAKH) ? "windows-1251" : it)
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
